/* global document */
// react-dsfr as its README sets it up for a single-page application.
import '@codegouvfr/react-dsfr/main.css';
import { startReactDsfr } from '@codegouvfr/react-dsfr/spa';
import { FranceConnectButton } from '@codegouvfr/react-dsfr/FranceConnectButton';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

startReactDsfr({ defaultColorScheme: 'light' });
createRoot(document.getElementById('app')).render(createElement(FranceConnectButton, { url: '/connexion' }));
