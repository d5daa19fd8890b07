document.querySelector('franceconnect-eligibility').addEventListener('franceconnect-eligibility', ({ detail }) => {
  document.querySelector('#verdict').value = detail.verdict;
});
