import 'franceconnect-widget';

export const right = (
  <main>
    <franceconnect-button caption disabled={false} level="eidas2" id="bouton" onfranceconnect-start={({ detail }) => console.log(detail.url)}>
      <a href="/connexion">S’identifier avec FranceConnect</a>
    </franceconnect-button>
    <franceconnect-eligibility who="un-particulier" heading-level={3} hash key="x" onfranceconnect-apply={(event) => event.preventDefault()} />
    <franceconnect-sheet api="franceconnect" scheme="dark" />
    <franceconnect-return heading-level="2" onfranceconnect-reply={({ detail }) => console.log(detail.code)} />
  </main>
);

export const wrong = (
  <main>
    {/* @ts-expect-error: not one of the levels */}
    <franceconnect-button level="eidas9" />
    {/* @ts-expect-error: not one of the schemes */}
    <franceconnect-sheet scheme="sombre" />
    {/* @ts-expect-error: no heading of that level */}
    <franceconnect-eligibility heading-level={7} />
    {/* @ts-expect-error: a property, which an empty text takes away */}
    <franceconnect-button caption="" />
    {/* @ts-expect-error: no such attribute */}
    <franceconnect-return client="x" />
    {/* @ts-expect-error: a reply has no such field */}
    <franceconnect-return onfranceconnect-reply={({ detail }) => console.log(detail.token)} />
  </main>
);
