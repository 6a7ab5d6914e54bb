import { effect, isOnlyNamed, type Signal } from './reading/signal.ts';
import type { Act } from './reading/verbs.ts';
import { anyOf } from './reading/words.ts';

/** What others rely on. */
const infrastructure = anyOf(
  `servers?, instances?, clusters?, nodes?, nodegroups?, pods?, deployments?, vms?, virtual machines?, containers?, droplets?, vpc,
  subnets?, dns, firewalls?, load balancers?, buckets?, databases?, db, volumes?, disks?, snapshots?, stacks?, kubernetes, k8s, helm,
  lambda, queues?, gateways?, brokers?, exchanges?, dags?, dynos?, infrastructure, terraform, network, replicas?, aks, eks, rds, ec2,
  ecs, s3, vmss, namespaces?, scale sets?, migrations?`,
);
const unspacedInfrastructure = /服务器|实例|集群|数据库|サーバー|クラスタ|서버|클러스터/u;
/** Verbs that are done to nothing else. */
const rollout = /^(?:deploy|redeploy|provision|failover|cordon|uncordon|drain)$/;
const harmless: ReadonlySet<Act> = new Set(['look', 'fetch', 'compose', 'operate', 'send', 'mark']);

/** A changing verb whose object is a machine, cluster, network or database. */
export const changesInfrastructure: Signal = effect('changes-infrastructure', {
  action(action, reading) {
    const { act, object, thing, lemma } = action;
    if (isOnlyNamed(action, reading) || harmless.has(act) || lemma === 'report' || lemma === 'log')
      return false;
    const what = thing.join(' ');
    return (
      infrastructure.test(what) ||
      unspacedInfrastructure.test(object.slice(0, 5).join(' ')) ||
      rollout.test(lemma)
    );
  },
});
