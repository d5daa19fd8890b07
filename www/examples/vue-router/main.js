import { createApp } from 'vue';
import { RouterView, createRouter, createWebHistory } from 'vue-router';
import 'franceconnect-widget';
import Bonjour from './Bonjour.vue';
import Connexion from './Connexion.vue';
import Retour from './Retour.vue';

const routes = [
  { path: '/', component: Connexion },
  { path: '/retour', component: Retour },
  { path: '/bonjour', component: Bonjour },
];
createApp(RouterView).use(createRouter({ history: createWebHistory(), routes })).mount('#app');
