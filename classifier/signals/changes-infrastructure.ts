import { effect, type Signal } from './reading/signal.ts';

/** What others rely on. */
const infrastructure =
  /\b(?:servers?|instances?|clusters?|nodes?|nodegroups?|pods?|deployments?|namespaces?|vms?|virtual machines?|containers?|droplets?|vpc|subnets?|dns|firewalls?|load balancers?|buckets?|databases?|db|tables?|schemas?|volumes?|disks?|snapshots?|stacks?|kubernetes|helm|lambda|functions?|queues?|topics?|registry|domains?|certificates?|gateways?|brokers?|exchanges?|dags?|dynos?|infrastructure|terraform|network|routes?|zones?|replicas?|aks|eks|rds|ec2|ecs|s3)\b|服务器|实例|集群|数据库/u;
const reading: ReadonlySet<string> = new Set(['look', 'fetch', 'compose', 'operate', 'send', 'mark']);

/** A changing verb whose object is a machine, cluster, network or database. */
export const changesInfrastructure: Signal = effect('changes-infrastructure', {
  action: ({ act, object, lemma }) =>
    !reading.has(act) &&
    lemma !== 'report' &&
    lemma !== 'log' &&
    (infrastructure.test(object.slice(0, 6).join(' ')) ||
      /^(?:deploy|redeploy|provision|failover|cordon|uncordon|drain)$/.test(lemma)),
});
