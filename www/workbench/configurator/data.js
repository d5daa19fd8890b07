// What each scope gives, in plain words; the guide's table has the rest.

/** @type {Record<string, {says: string, holds?: string[], onDemand?: boolean}>} `holds`: the scopes that it stands for; `onDemand`: FranceConnect must have authorised it */
export const DATA = {
  openid: { says: 'un identifiant technique, stable chez vous. Obligatoire\u00a0; seul, c’est une connexion anonyme' },
  identite_pivot: { says: 'l’identité qui désigne une seule personne', holds: ['given_name', 'family_name', 'gender', 'birthdate', 'birthplace', 'birthcountry'] },
  given_name: { says: 'les prénoms' },
  family_name: { says: 'le nom de naissance' },
  preferred_username: { says: 'le nom d’usage, s’il y en a un' },
  gender: { says: 'le sexe' },
  birthdate: { says: 'la date de naissance' },
  birthplace: { says: 'la commune de naissance, par son code INSEE' },
  birthcountry: { says: 'le pays de naissance, par son code INSEE' },
  email: { says: 'l’adresse électronique' },
  profile: { says: 'en une fois', holds: ['given_name', 'family_name', 'birthdate', 'gender', 'preferred_username'] },
  birth: { says: 'en une fois', holds: ['birthplace', 'birthcountry'] },
  amr: { says: 'le moyen par lequel l’usager s’est identifié', onDemand: true },
  idp_id: { says: 'le fournisseur d’identité qui a servi', onDemand: true },
  idp_birthdate: { says: 'la date de naissance selon le fournisseur d’identité', onDemand: true },
};

/** What a scope gives, in a sentence. @param {string} scope */
export function described(scope) {
  const { says, holds, onDemand } = DATA[scope];
  const list = holds ? `\u00a0: ${holds.map((each) => DATA[each].says.replace(/,? (par son|s’il).*$/, '')).join(', ')}` : '';
  return `${says}${list}${onDemand ? ' (sur autorisation)' : ''}`;
}

/** What a list of scopes gives, each thing once. @param {string[]} scopes @returns {string[]} the single scopes among them */
export const received = (scopes) => [...new Set(scopes.flatMap((scope) => DATA[scope]?.holds ?? [scope]))];
