import type { ApiClient } from '../api-client.ts';

/** The script of the calls, approved: no call is allowed before. */
export const writeScript = async (owner: ApiClient, missionId: string) => {
  const body = [
    'Bonjour {{prospect.nom}}, {{appelant.nom}}, je vous appelle pour le compte de {{client.nom}}, dans le cadre d’une démarche commerciale.',
    'Vous pouvez vous opposer à tout nouvel appel : dites-le-moi, c’est enregistré immédiatement.',
    'Êtes-vous la personne qui décide des outils de gestion dans votre entreprise ?',
    'Qu’est-ce qui vous prend le plus de temps aujourd’hui ?',
    'Je vous propose un échange de trente minutes avec notre équipe : mardi à 10 h ou jeudi à 14 h ?',
  ].join('\n\n');
  const { version } = await owner.put<{ version: number }>(`/missions/${missionId}/script`, { body });
  await owner.post(`/missions/${missionId}/script/${version}/approval`);
};
