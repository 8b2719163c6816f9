/** Domains of an organization: whose e-mail addresses are its own. */
import { randomBytes } from 'node:crypto';
import {
  type Domain,
  type DomainService,
  DomainType,
  VerificationMethod,
  VerificationStatus,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/domains/domains_pb.js';
import type { Environment } from '../../environment.ts';
import { ENVIRONMENT_ID, newId } from '../../ids.ts';
import { exists, found, invalid, notFound } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { type Identities, now, organizationOf } from './shared.ts';

/** Labels of letters, digits and hyphens, at least two of them (RFC 1035 §2.3.1). */
const DOMAIN_NAME = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

export const domains: Implementation<typeof DomainService> = {
  createDomain: ({ identities, domain: given }, environment) => {
    const organization = organizationOf(identities, environment);
    const name = (given?.domain ?? '').trim().toLowerCase();
    if (!DOMAIN_NAME.test(name)) throw invalid('domain.domain is not a domain name');
    const type = given?.domainType || DomainType.ORGANIZATION_DOMAIN;
    const taken = environment.store.domains
      .list()
      .some(
        (other) =>
          other.domain === name &&
          (other.organizationId === organization.id
            ? other.domainType === type
            : type === DomainType.ORGANIZATION_DOMAIN && other.domainType === type),
      );
    if (taken) throw exists('this domain');
    const id = newId('dom');
    const needsProof = type === DomainType.ORGANIZATION_DOMAIN;
    const domain = environment.store.domains.put(id, {
      id,
      domain: name,
      environmentId: ENVIRONMENT_ID,
      organizationId: organization.id,
      domainType: type,
      verificationStatus: needsProof ? VerificationStatus.PENDING : VerificationStatus.AUTO_VERIFIED,
      verificationMethod: needsProof ? VerificationMethod.DNS : VerificationMethod.NOT_APPLICABLE,
      txtRecordKey: `_scalekit-challenge.${name}`,
      txtRecordSecret: randomBytes(16).toString('hex'),
      createTime: now(environment),
      updateTime: now(environment),
    });
    return { domain };
  },
  getDomain: ({ identities, id }, environment) => ({ domain: domainOf(identities, id, environment) }),
  updateDomain: ({ identities, id }, environment) => ({ domain: domainOf(identities, id, environment) }),
  verifyDomain: ({ identities, id }, environment) => {
    const domain = domainOf(identities, id, environment);
    environment.store.domains.put(id, {
      ...domain,
      verificationStatus: VerificationStatus.VERIFIED,
      verificationMethod: VerificationMethod.ADMIN,
      updateTime: now(environment),
    });
    return { verified: true };
  },
  deleteDomain: ({ identities, id }, environment) => {
    const domain = domainOf(identities, id, environment);
    environment.store.domains.remove(domain.id);
    for (const connection of environment.store.connections.list()) {
      const left = connection.domains.filter((own) => own.id !== domain.id);
      if (left.length < connection.domains.length)
        environment.store.connections.put(connection.id, { ...connection, domains: left });
    }
    return {};
  },
  listDomains: ({ identities, pageSize, pageNumber, domainType }, environment) => {
    const organization = organizationOf(identities, environment);
    const all = environment.store.domains
      .list()
      .filter((domain) => domain.organizationId === organization.id)
      .filter((domain) => domainType === DomainType.DOMAIN_TYPE_UNSPECIFIED || domain.domainType === domainType);
    const size = pageSize || Math.max(all.length, 10);
    const number = Math.max(1, pageNumber ?? 1);
    return { domains: all.slice((number - 1) * size, number * size), pageSize: size, pageNumber: number };
  },
};

function domainOf(identities: Identities, id: string, environment: Environment): Domain {
  const organization = organizationOf(identities, environment);
  const domain = found(environment.store.domains.get(id), 'domain');
  if (domain.organizationId !== organization.id) throw notFound('domain');
  return domain;
}
