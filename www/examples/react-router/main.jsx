import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import 'franceconnect-widget';
import { Connexion } from './Connexion.jsx';
import { Retour } from './Retour.jsx';

const router = createBrowserRouter([
  { path: '/', element: <Connexion /> },
  { path: '/retour', element: <Retour /> },
  { path: '/bonjour', element: <h1>Bonjour</h1> },
]);
createRoot(document.getElementById('app')).render(<RouterProvider router={router} />);
