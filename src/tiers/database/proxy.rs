//! RDS Proxy: pools the connections of all tasks, and follows a failover while they stay connected
//! (DB-2, ALL-5).

use super::Inputs;
use super::access::Access;
use crate::aws::{
    AwsCloudwatchLogGroup, AwsDbProxy, AwsDbProxyAuth, AwsDbProxyDefaultTargetGroup,
    AwsDbProxyDefaultTargetGroupConnectionPoolConfig, AwsDbProxyEndpoint, AwsDbProxyTarget,
    AwsRdsCluster, AwsRdsClusterInstance, AwsSecretsmanagerSecret,
};
use crate::naming::Kind;
use crate::tiers::{name, tags};
use terraform::tf::{DeclareError, Expression, Handle, Module, Ref, call, meta};
use terraform::{block, text};

/// Part of `max_connections` the proxy may use, in percent: the rest is for people and for RDS
/// itself.
const MAX_CONNECTIONS_PERCENT: u8 = 90;
/// Seconds a client waits for a free connection: an Aurora failover is typically done within 30.
/// Source: Amazon Aurora FAQs, "High availability and replication".
const BORROW_TIMEOUT_SECONDS: u8 = 30;
/// Where the resource id is in `arn:aws:rds:<region>:<account>:db-proxy:<resource id>`, counted
/// from 0.
const RESOURCE_ID_IN_ARN: u8 = 6;

pub(super) fn declare(
    module: &mut Module,
    var: &Inputs,
    cluster: &Handle<AwsRdsCluster>,
    instances: &[Handle<AwsRdsClusterInstance>; 3],
    user: &Handle<AwsSecretsmanagerSecret>,
) -> Result<Access, DeclareError> {
    let log_group = module.resource("proxy", log_group(var))?;
    let proxy = module.resource_with("main", proxy(var, user), meta().depends_on(&log_group))?;
    let target_group = module.resource("main", target_group(&proxy))?;
    let after_instances = instances.iter().fold(meta(), |meta, instance| meta.depends_on(instance));
    let target =
        module.resource_with("main", target(&proxy, &target_group, cluster), after_instances)?;
    let read_only =
        module.resource_with("read_only", read_only(var, &proxy), meta().depends_on(&target))?;
    Ok(Access {
        writer_endpoint: proxy.endpoint(),
        reader_endpoint: read_only.endpoint(),
        proxy_name: proxy.name().into(),
        user_secret_arn: user.arn().into(),
        resource_id: resource_id(&proxy),
    })
}

/// The log group that the proxy writes to; it would create one itself, without our key and our
/// retention.
fn log_group(var: &Inputs) -> AwsCloudwatchLogGroup {
    let log_group = text!("/aws/rds/proxy/", name(Kind::RdsProxy));
    block!(AwsCloudwatchLogGroup {
        name: &log_group,
        kms_key_id: &var.logs_key_arn,
        retention_in_days: &var.log_retention_days,
        tags: tags(log_group),
    })
}

/// The proxy: TLS only (ALL-4), clients by IAM only, so that no task ever holds a database
/// password. It knows the user of the tasks and no other: nobody becomes the master through it
/// (DB-4).
fn proxy(var: &Inputs, user: &Handle<AwsSecretsmanagerSecret>) -> AwsDbProxy {
    block!(AwsDbProxy {
        name: name(Kind::RdsProxy),
        engine_family: "POSTGRESQL",
        require_tls: true,
        role_arn: &var.proxy_role_arn,
        vpc_subnet_ids: &var.data_subnet_ids,
        vpc_security_group_ids: [&var.proxy_security_group_id],
        auth: block!(AwsDbProxyAuth {
            auth_scheme: "SECRETS",
            iam_auth: "REQUIRED",
            secret_arn: user.arn(),
            description: "User of the payment tasks",
        }),
        tags: tags(name(Kind::RdsProxy)),
    })
}

/// The pool. Session pinning filters are left out: they exist for MySQL only.
/// Source: Amazon Aurora User Guide, "Creating a proxy", "Session pinning filters".
fn target_group(proxy: &Handle<AwsDbProxy>) -> AwsDbProxyDefaultTargetGroup {
    block!(AwsDbProxyDefaultTargetGroup {
        db_proxy_name: proxy.name(),
        connection_pool_config: block!(AwsDbProxyDefaultTargetGroupConnectionPoolConfig {
            max_connections_percent: MAX_CONNECTIONS_PERCENT,
            connection_borrow_timeout: BORROW_TIMEOUT_SECONDS,
        }),
    })
}

/// The cluster behind the proxy; registered when its instances are there, or the proxy finds none.
fn target(
    proxy: &Handle<AwsDbProxy>,
    target_group: &Handle<AwsDbProxyDefaultTargetGroup>,
    cluster: &Handle<AwsRdsCluster>,
) -> AwsDbProxyTarget {
    block!(AwsDbProxyTarget {
        db_proxy_name: proxy.name(),
        target_group_name: target_group.name(),
        db_cluster_identifier: cluster.cluster_identifier(),
    })
}

fn read_only(var: &Inputs, proxy: &Handle<AwsDbProxy>) -> AwsDbProxyEndpoint {
    block!(AwsDbProxyEndpoint {
        db_proxy_endpoint_name: name(Kind::RdsProxyEndpoint),
        db_proxy_name: proxy.name(),
        target_role: "READ_ONLY",
        vpc_subnet_ids: &var.data_subnet_ids,
        vpc_security_group_ids: [&var.proxy_security_group_id],
        tags: tags(name(Kind::RdsProxyEndpoint)),
    })
}

/// The provider has no attribute for it, but its ARN ends with it.
fn resource_id(proxy: &Handle<AwsDbProxy>) -> Ref<String> {
    let parts: Ref<Vec<String>> =
        call("split", [Expression::from(":"), proxy.arn().into_expression()]);
    call("element", [parts.into_expression(), Expression::from(RESOURCE_ID_IN_ARN)])
}
