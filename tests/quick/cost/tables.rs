//! The three tables of the page: what is always there, what availability adds, what use adds.

use paytf::capacity::MAX_UTILISATION_AFTER_ZONE_LOSS;
use paytf::config::{ContainerInsights, Profile};

use super::environment::{Environment, ZONES};
use super::prices::Prices;

type Amount = fn(&Environment, &Prices) -> f64;

const PROFILES: [Profile; 3] = [Profile::Production, Profile::Staging, Profile::Development];

/// What is paid whether payments come or not.
const STANDING: [(&str, Amount); 12] = [
    ("Aurora: an instance in each zone", |env, prices| {
        env.count("database", "aws_rds_cluster_instance") * env.database_instance(prices)
    }),
    ("RDS Proxy, for the vCPUs of three instances", |env, prices| {
        ZONES * env.proxy_of_an_instance(prices)
    }),
    ("RDS Proxy's endpoint for readers, in each zone", |env, prices| {
        ZONES
            * env.count("database", "aws_db_proxy_endpoint")
            * prices.monthly("interface_endpoint")
    }),
    ("Fargate: the fewest tasks", |env, prices| {
        f64::from(env.config.application.min_tasks.get()) * env.task(prices)
    }),
    ("NAT gateways, one in each zone", |env, prices| {
        env.count("network", "aws_nat_gateway") * prices.monthly("nat_gateway")
    }),
    ("Interface endpoints, in each zone", |env, prices| {
        ZONES * env.interface_endpoints() * prices.monthly("interface_endpoint")
    }),
    ("Load balancer", |env, prices| {
        env.count("application", "aws_lb") * prices.monthly("load_balancer")
    }),
    ("Public addresses: of each NAT gateway, of the load balancer in each zone", |env, prices| {
        (env.count("network", "aws_eip") + ZONES * env.count("application", "aws_lb"))
            * prices.monthly("public_ipv4_address")
    }),
    ("Firewall and its rules", |env, prices| {
        env.count("application", "aws_wafv2_web_acl") * prices.monthly("firewall")
            + env.firewall_rules() * prices.monthly("firewall_rule")
    }),
    ("Alarms", |env, prices| {
        env.alarm_metrics() * prices.monthly("alarm_metric")
            + env.count("monitoring", "aws_cloudwatch_composite_alarm")
                * prices.monthly("composite_alarm")
    }),
    ("Dashboard", |env, prices| {
        env.count("monitoring", "aws_cloudwatch_dashboard") * prices.monthly("dashboard")
    }),
    ("Keys, and the secrets of the database", |env, prices| {
        env.count("encryption", "aws_kms_key") * prices.monthly("encryption_key")
            + (1.0 + env.count("database", "aws_secretsmanager_secret")) * prices.monthly("secret")
    }),
];

/// What the same would not cost in one zone. Each amount is part of the first table.
const AVAILABILITY: [(&str, Amount); 7] = [
    ("Two more Aurora instances: failover without building one first", |env, prices| {
        (ZONES - 1.0) * env.database_instance(prices)
    }),
    (
        "RDS Proxy, which follows the writer: in front of all three, and its readers' endpoint",
        |env, prices| {
            ZONES * env.proxy_of_an_instance(prices)
                + ZONES
                    * env.count("database", "aws_db_proxy_endpoint")
                    * prices.monthly("interface_endpoint")
        },
    ),
    ("Two more NAT gateways with their addresses", |env, prices| {
        let gateway = prices.monthly("nat_gateway") + prices.monthly("public_ipv4_address");
        (env.count("network", "aws_nat_gateway") - 1.0) * gateway
    }),
    ("Interface endpoints in two more zones", |env, prices| {
        (ZONES - 1.0) * env.interface_endpoints() * prices.monthly("interface_endpoint")
    }),
    ("The load balancer's addresses in two more zones, of which AWS asks for one", |_, prices| {
        (ZONES - 1.0) * prices.monthly("public_ipv4_address")
    }),
    ("Tasks that wait for the loss of a zone", |env, prices| waiting_tasks(env) * env.task(prices)),
    ("Alarms and dashboard", |env, prices| {
        STANDING[9].1(env, prices) + STANDING[10].1(env, prices)
    }),
];

/// Of the fewest tasks, those that the load would not need if each ran as hot as it may after the
/// loss of a zone.
fn waiting_tasks(env: &Environment) -> f64 {
    let (tasks, target) =
        (env.config.application.min_tasks.get(), env.config.application.cpu_target.get());
    f64::from(tasks - (tasks * target).div_ceil(MAX_UTILISATION_AFTER_ZONE_LOSS))
}

/// What is paid for use.
const USE: [(&str, Amount); 14] = [
    ("each task more, a month long", |env, prices| env.task(prices)),
    ("each capacity unit of the load balancer, a month long", |_, prices| {
        prices.monthly("load_balancer_capacity_unit")
    }),
    ("1 million requests past the firewall", |env, prices| {
        env.count("application", "aws_wafv2_web_acl") * prices.of("firewall_requests")
    }),
    ("1 million validations, without their milliseconds", |_, prices| prices.of("lambda_requests")),
    ("each validation instance kept warm, a month long", |env, prices| {
        f64::from(env.config.validation.memory_mb.get()) / 1024.0
            * prices.monthly("lambda_provisioned_gb")
    }),
    ("100 GB from one zone to another", |_, prices| 100.0 * prices.of("cross_zone_traffic")),
    ("100 GB through a NAT gateway", |_, prices| 100.0 * prices.of("nat_gateway_traffic")),
    ("100 GB in the database, a month long", |_, prices| 100.0 * prices.of("database_storage")),
    ("100 million reads and writes of the database's volume", |_, prices| {
        100.0 * prices.of("database_io")
    }),
    ("100 GB of logs taken in", |_, prices| 100.0 * prices.of("log_ingestion")),
    ("100 metrics of Container Insights, a month long", |env, prices| {
        match env.config.application.container_insights {
            ContainerInsights::Enhanced => 100.0 * prices.monthly("container_insights_metric"),
            ContainerInsights::Enabled => 100.0 * prices.monthly("custom_metric"),
        }
    }),
    ("100 GB of transaction logs, a month long, before they age", |_, prices| {
        100.0 * prices.of("object_storage")
    }),
    ("1 million reads and writes in the buckets, with `[logs] data_events`", |_, prices| {
        10.0 * prices.of("trail_data_events")
    }),
    ("1 million other calls in the account, with it and beside another trail", |_, prices| {
        10.0 * prices.of("trail_management_events")
    }),
];

/// The tables by the name of their place in the page.
pub fn all(prices: &Prices) -> [(&'static str, String); 3] {
    let environments = PROFILES.map(Environment::of);
    [
        ("standing", table("part", &STANDING, &environments, prices, Some("**all of it**"))),
        (
            "availability",
            table("choice", &AVAILABILITY, &environments, prices, Some("**all of it**")),
        ),
        ("use", table("use", &USE, &environments, prices, None)),
    ]
}

fn table(
    title: &str,
    rows: &[(&str, Amount)],
    environments: &[Environment; 3],
    prices: &Prices,
    sum: Option<&str>,
) -> String {
    let mut text = format!("| {title} | production | staging | development |\n|---|--:|--:|--:|\n");
    for (name, amount) in rows {
        let cells: Vec<_> = environments.iter().map(|env| dollars(amount(env, prices))).collect();
        text += &format!("| {name} | {} |\n", cells.join(" | "));
    }
    if let Some(name) = sum {
        let total =
            |env: &Environment| rows.iter().map(|(_, amount)| amount(env, prices)).sum::<f64>();
        let cells: Vec<_> =
            environments.iter().map(|env| format!("**{:.0}**", total(env))).collect();
        text += &format!("| {name} | {} |\n", cells.join(" | "));
    }
    text
}

fn dollars(amount: f64) -> String {
    if amount == 0.0 { "–".to_owned() } else { format!("{amount:.2}") }
}
