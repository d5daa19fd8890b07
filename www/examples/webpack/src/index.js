import { ready } from 'franceconnect-widget';

document.querySelector('franceconnect-eligibility').addEventListener('franceconnect-eligibility', ({ detail }) => {
  document.querySelector('#verdict').value = detail.verdict;
});

// Sans elle, le lien dans le bouton reste et mène à la connexion.
ready.catch(({ kind }) => console.warn('FranceConnect ne démarre pas :', kind));
