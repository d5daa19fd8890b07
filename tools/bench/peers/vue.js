// vue-dsfr with the one component imported, as its documentation advises for small bundles.
import '@gouvfr/dsfr/dist/dsfr.min.css';
import '@gouvminint/vue-dsfr/styles';
import { DsfrFranceConnect } from '@gouvminint/vue-dsfr';
import { createApp, h } from 'vue';

createApp({ render: () => h(DsfrFranceConnect, { url: '/connexion' }) }).mount('#app');
