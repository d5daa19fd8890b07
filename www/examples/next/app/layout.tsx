import type { ReactNode } from 'react';

export const metadata = { title: 'FranceConnect, avec Next', icons: { icon: 'data:,' } };
// Comme le bouton : l’apparence que le visiteur a choisie.
export const viewport = { colorScheme: 'light dark' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="fr">
      <body>{children}</body>
    </html>
  );
}
