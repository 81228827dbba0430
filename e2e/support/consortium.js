// What members state and the council decides on.

const DOMAIN = new TextEncoder().encode('ownome/application/1');

// A profile in an institution of that name.
export const profileOf = (institution) => ({ institution, country: 'GB', notForProfit: true });

// The call that admits `applicant` with the application as it stands.
export async function admit(api, applicant) {
	const application = (await api.call.consortiumApi.application(applicant.address)).unwrap();
	const hash = api.registry.hash(new Uint8Array([...DOMAIN, ...application.toU8a()]));
	return api.tx.consortium.admit(applicant.address, hash);
}
