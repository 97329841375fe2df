//! Settings of the ECS service and its load balancer.

use super::{
    AcmCertificateArn, AddressRange, ContainerImage, DomainName, FargateSize, HealthCheckPath,
    HostedZoneId, RateKey, RateWindow, Secrets, Within,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

keywords! {
    /// What the load balancer speaks to the tasks.
    ContainerProtocol {
        /// TLS up to the task.
        Https = "HTTPS",
        /// Unencrypted inside the VPC: against requirement ALL-4, so `[accept]` must have a reason
        /// for encrypt-target-group.
        Http = "HTTP",
    }
}

keywords! {
    /// Container Insights; never off, because the alarm on running tasks lives on its metrics.
    ContainerInsights {
        /// Metrics of cluster, service and task.
        Enabled = "enabled",
        /// Metrics of every container as well.
        Enhanced = "enhanced",
    }
}

keywords! {
    /// A rule of AWS's common rule set.
    /// Source: AWS WAF Developer Guide, "Baseline rule groups", "Core rule set (CRS) managed rule
    /// group".
    CommonRule {
        /// A request without User-Agent.
        NoUserAgent = "NoUserAgent_HEADER",
        /// A User-Agent that is known to be a scanner's.
        BadUserAgent = "UserAgent_BadBots_HEADER",
        /// A query string that is very long.
        LongQuery = "SizeRestrictions_QUERYSTRING",
        /// Cookies that are very long.
        LongCookie = "SizeRestrictions_Cookie_HEADER",
        /// A body of more than 8 KB.
        LongBody = "SizeRestrictions_BODY",
        /// A path that is very long.
        LongPath = "SizeRestrictions_URIPATH",
        /// The address of the EC2 metadata service in the body.
        MetadataInBody = "EC2MetaDataSSRF_BODY",
        /// The same in a cookie.
        MetadataInCookie = "EC2MetaDataSSRF_COOKIE",
        /// The same in the path.
        MetadataInPath = "EC2MetaDataSSRF_URIPATH",
        /// The same in the query.
        MetadataInQuery = "EC2MetaDataSSRF_QUERYARGUMENTS",
        /// A path traversal in the query.
        TraversalInQuery = "GenericLFI_QUERYARGUMENTS",
        /// A path traversal in the path.
        TraversalInPath = "GenericLFI_URIPATH",
        /// A path traversal in the body.
        TraversalInBody = "GenericLFI_BODY",
        /// An extension that no one should ask for, in the path.
        ExtensionInPath = "RestrictedExtensions_URIPATH",
        /// The same in the query.
        ExtensionInQuery = "RestrictedExtensions_QUERYARGUMENTS",
        /// A URL with an IP address in the query.
        UrlInQuery = "GenericRFI_QUERYARGUMENTS",
        /// A URL with an IP address in the body, as a merchant's callback can be.
        UrlInBody = "GenericRFI_BODY",
        /// The same in the path.
        UrlInPath = "GenericRFI_URIPATH",
        /// A script in a cookie.
        ScriptInCookie = "CrossSiteScripting_COOKIE",
        /// A script in the query.
        ScriptInQuery = "CrossSiteScripting_QUERYARGUMENTS",
        /// A script in the body.
        ScriptInBody = "CrossSiteScripting_BODY",
        /// A script in the path.
        ScriptInPath = "CrossSiteScripting_URIPATH",
    }
}

impl CommonRule {
    /// Rules that hold against a merchant's server what is right for it: bodies over 8 KB,
    /// callbacks by address, no User-Agent.
    pub const WRONG_FOR_SERVERS: [Self; 4] =
        [Self::LongBody, Self::UrlInBody, Self::MetadataInBody, Self::NoUserAgent];
}

/// The firewall in front of the load balancer. A `waf` table in a file replaces the profile's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a table")]
pub struct Waf {
    /// Whether there is one.
    pub enabled: bool,
    /// Requests of one client within the window before it is blocked. The default is what the
    /// fewest tasks of the profile can serve in five minutes: no client may take more.
    /// Source: AWS WAF API, `RateBasedStatement`, `Limit`.
    pub rate_limit: Within<10, 2_000_000_000>,
    /// The window, in seconds.
    pub rate_window_seconds: RateWindow,
    /// How clients are told apart: `address`, behind a CDN `forwarded-address`, or
    /// `header:<name>`, by the value of a header such as an API key.
    pub rate_key: RateKey,
    /// Ranges of IPv4 addresses of merchants whose rate is not limited. All other rules still
    /// apply to them.
    pub exempt_addresses: Vec<AddressRange>,
    /// Rules of AWS's common rule set that only count requests, and do not block them.
    pub counted_rules: Vec<CommonRule>,
}

impl Default for Waf {
    fn default() -> Self {
        Self {
            enabled: true,
            rate_limit: Within::of(50_000),
            rate_window_seconds: RateWindow::default(),
            rate_key: RateKey::Address,
            exempt_addresses: Vec::new(),
            counted_rules: CommonRule::WRONG_FOR_SERVERS.to_vec(),
        }
    }
}

/// The domain name for payments, instead of certificate_arn: the stack then creates the certificate
/// and the DNS record of that name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Domain {
    /// The name; it must not have a DNS record yet.
    pub name: DomainName,
    /// The hosted zone of the name: public, and in the stack's account.
    pub hosted_zone_id: HostedZoneId,
}

settings! {
    /// The ECS service and its load balancer.
    Application, ApplicationOverrides {
        /// Image of the payment service, in the stack's own ECR repository (`ecr-<suffix>`, in the
        /// account of the stack) or in a registry without a login; left out, it is a variable of
        /// the written stack.
        container_image: Option<ContainerImage>,
        /// Secrets that the service is given when a task starts, each as an environment variable.
        /// They are created and changed outside the stack; a task keeps the value that it starts
        /// with, so the service should read a secret that rotates itself.
        secrets: Secrets,
        /// Port the container listens on; from 1024, since it does not run as root.
        container_port: Within<1_024, 65_535>,
        /// Port it listened on before: stays open until the tasks are replaced. Set it together
        /// with a new `container_port`, apply, and remove it once the service is stable.
        previous_container_port: Option<Within<1_024, 65_535>>,
        /// What the load balancer speaks to the container.
        container_protocol: ContainerProtocol,
        /// Path of the health check. It must not ask the database, or a failover there fails every
        /// task.
        health_check_path: HealthCheckPath,
        /// CPU units and MiB of a task.
        task_size: FargateSize,
        /// Fewest tasks; 3 is one per zone, 5,000 the quota of a service. Source: Amazon ECS
        /// service quotas.
        min_tasks: Within<3, 5_000>,
        /// Most tasks.
        max_tasks: Within<3, 5_000>,
        /// Tasks at the first deployment; auto-scaling decides afterwards.
        desired_tasks: Within<3, 5_000>,
        /// Target of auto-scaling for CPU utilisation, in percent.
        cpu_target: Within<1, 100>,
        /// Target of auto-scaling for memory utilisation, in percent; left out, it looks at CPU and
        /// requests only. A runtime that never gives memory back would keep the number of tasks up
        /// forever.
        memory_target: Option<Within<1, 100>>,
        /// Target of auto-scaling for requests per minute and task. The default is cautious: a load
        /// test finds the right value.
        requests_per_target: Within<1, 1_000_000>,
        /// Certificate of the load balancer; without it and without a domain, it is a variable of
        /// the written stack.
        certificate_arn: Option<AcmCertificateArn>,
        /// The domain name for payments, instead of a certificate.
        domain: Option<Domain>,
        /// Firewall.
        waf: Waf,
        /// Container Insights.
        container_insights: ContainerInsights,
    }
}

impl Application {
    /// The environment variables that the stack itself gives to the container.
    pub const OWN_VARIABLES: [&str; 13] = [
        "ENVIRONMENT",
        "AWS_REGION",
        "PORT",
        "PROTOCOL",
        "HEALTH_CHECK_PATH",
        "DATABASE_WRITER_ENDPOINT",
        "DATABASE_READER_ENDPOINT",
        "DATABASE_PORT",
        "DATABASE_NAME",
        "DATABASE_USER",
        "DATABASE_AUTHENTICATION",
        "TRANSACTION_LOG_BUCKET",
        "VALIDATION_FUNCTION_ARN",
    ];
}
