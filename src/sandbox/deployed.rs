//! What is deployed in each zone, by the AWS APIs of the emulator.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{
    Api,
    answer::{array, text, texts},
};
use crate::cidr::ZONE_COUNT;

/// One line of what is deployed: something of a tier, zone by zone, or of the region as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The module.
    pub tier: &'static str,
    /// What is counted or described.
    pub what: &'static str,
    /// In each zone; empty where there is nothing.
    pub zones: [String; ZONE_COUNT],
    /// Of the region; empty where it belongs to zones.
    pub region: String,
}

/// What belongs to no zone: tier, what, service, operation, the list.
const REGIONAL: [(&str, &str, &str, &str, &str); 9] = [
    ("application", "target groups", "elbv2", "describe_target_groups", "TargetGroups"),
    ("storage", "buckets", "s3", "list_buckets", "Buckets"),
    ("monitoring", "alarms", "cloudwatch", "describe_alarms", "MetricAlarms"),
    ("monitoring", "alarms over alarms", "cloudwatch", "describe_alarms", "CompositeAlarms"),
    ("monitoring", "topics", "sns", "list_topics", "Topics"),
    ("resilience", "drill templates", "fis", "list_experiment_templates", "experimentTemplates"),
    ("resilience", "workflows", "stepfunctions", "list_state_machines", "stateMachines"),
    ("iam", "roles", "iam", "list_roles", "Roles"),
    ("encryption", "keys", "kms", "list_aliases", "Aliases"),
];

/// Asks for everything that is deployed.
///
/// # Errors
/// When a question is refused.
pub fn deployed(api: &Api, zones: &[String; ZONE_COUNT]) -> Result<Vec<Row>> {
    let survey = Survey { api, zones, subnets: zone_of_subnets(api)? };
    let mut rows = survey.network()?;
    rows.extend(survey.application()?);
    rows.extend(survey.function()?);
    rows.extend(survey.database()?);
    for (tier, what, service, operation, list) in REGIONAL {
        let count = api
            .list(service, operation, json!({}), list)?
            .iter()
            .filter(|entry| !is_of_aws(entry))
            .count();
        rows.push(Row { tier, what, zones: Default::default(), region: count.to_string() });
    }
    rows.sort_by_key(|row| rows_begin_with(row.tier));
    Ok(rows)
}

/// Tiers in the order in which a payment meets them.
fn rows_begin_with(tier: &str) -> usize {
    let order = [
        "network",
        "application",
        "validation",
        "database",
        "storage",
        "monitoring",
        "resilience",
        "iam",
    ];
    order.iter().position(|name| *name == tier).unwrap_or(order.len())
}

fn is_of_aws(entry: &Value) -> bool {
    text(&entry["AliasName"]).starts_with("alias/aws/")
        || text(&entry["Path"]).starts_with("/aws-service-role/")
}

/// The zone of every subnet that is not AWS's own default one.
pub fn zone_of_subnets(api: &Api) -> Result<BTreeMap<String, String>> {
    let own = json!({"Filters": [{"Name": "default-for-az", "Values": ["false"]}]});
    let subnets = api.list("ec2", "describe_subnets", own, "Subnets")?;
    Ok(subnets
        .iter()
        .map(|s| (text(&s["SubnetId"]).into(), text(&s["AvailabilityZone"]).into()))
        .collect())
}

/// The only cluster of the stack, and its service.
pub fn service(api: &Api) -> Result<Value> {
    let clusters = api.list("ecs", "list_clusters", json!({}), "clusterArns")?;
    let cluster = clusters.first().context("there is no ECS cluster")?;
    let services = api.list("ecs", "list_services", json!({"cluster": cluster}), "serviceArns")?;
    let question = json!({"cluster": cluster, "services": services});
    api.list("ecs", "describe_services", question, "services")?
        .pop()
        .context("there is no ECS service")
}

struct Survey<'a> {
    api: &'a Api,
    zones: &'a [String; ZONE_COUNT],
    subnets: BTreeMap<String, String>,
}

impl Survey<'_> {
    fn network(&self) -> Result<Vec<Row>> {
        let gateways = self.api.list("ec2", "describe_nat_gateways", json!({}), "NatGateways")?;
        let gateways: BTreeMap<_, _> = gateways
            .iter()
            .filter(|gateway| gateway["State"] == "available")
            .map(|gateway| {
                (text(&gateway["NatGatewayId"]), self.zone_of(text(&gateway["SubnetId"])))
            })
            .collect();
        let endpoints =
            self.api.list("ec2", "describe_vpc_endpoints", json!({}), "VpcEndpoints")?;
        let endpoints = endpoints.iter().flat_map(|endpoint| texts(&endpoint["SubnetIds"]));
        Ok(vec![
            self.counted("network", "subnets", self.subnets.values().map(String::as_str)),
            self.counted("network", "NAT gateways", gateways.values().copied()),
            self.ways_out(&gateways)?,
            self.counted(
                "network",
                "endpoints of AWS services",
                endpoints.map(|subnet| self.zone_of(subnet)),
            ),
        ])
    }

    /// Where the default route of the app subnets leads, for each zone.
    fn ways_out(&self, gateways: &BTreeMap<&str, &str>) -> Result<Row> {
        let tables = self.api.list("ec2", "describe_route_tables", json!({}), "RouteTables")?;
        let mut ways = vec![];
        for table in &tables {
            let Some(route) =
                array(&table["Routes"]).iter().find(|route| route["NatGatewayId"].is_string())
            else {
                continue;
            };
            let through = gateways.get(text(&route["NatGatewayId"]));
            let associations = array(&table["Associations"]).iter();
            for zone in associations.map(|association| self.zone_of(text(&association["SubnetId"])))
            {
                let way = match through {
                    Some(own) if *own == zone => "own gateway".to_owned(),
                    Some(other) => format!("by {other}"),
                    None => "none".to_owned(),
                };
                ways.push((zone, way));
            }
        }
        Ok(self.described("network", "way out of the app subnets", ways))
    }

    fn application(&self) -> Result<Vec<Row>> {
        let balancers =
            self.api.list("elbv2", "describe_load_balancers", json!({}), "LoadBalancers")?;
        let of_balancers =
            balancers.iter().flat_map(|balancer| array(&balancer["AvailabilityZones"]));
        let service = service(self.api)?;
        let subnets = texts(&service["networkConfiguration"]["awsvpcConfiguration"]["subnets"]);
        let mut tasks = self.counted(
            "application",
            "subnets for tasks",
            subnets.map(|subnet| self.zone_of(subnet)),
        );
        tasks.region = format!("{} tasks wanted", service["desiredCount"]);
        let zones = of_balancers.map(|zone| text(&zone["ZoneName"]));
        Ok(vec![self.counted("application", "load balancer's subnets", zones), tasks])
    }

    fn function(&self) -> Result<Vec<Row>> {
        let functions = self.api.list("lambda", "list_functions", json!({}), "Functions")?;
        let subnets =
            functions.iter().flat_map(|function| texts(&function["VpcConfig"]["SubnetIds"]));
        let mut row = self.counted(
            "validation",
            "function's subnets",
            subnets.map(|subnet| self.zone_of(subnet)),
        );
        row.region = functions.len().to_string();
        Ok(vec![row])
    }

    fn database(&self) -> Result<Vec<Row>> {
        let clusters = self.api.list("rds", "describe_db_clusters", json!({}), "DBClusters")?;
        let members: Vec<_> =
            clusters.iter().flat_map(|cluster| array(&cluster["DBClusterMembers"])).collect();
        let instances = self.api.list("rds", "describe_db_instances", json!({}), "DBInstances")?;
        let roles = instances.iter().map(|instance| {
            let writes = |member: &&&Value| {
                member["DBInstanceIdentifier"] == instance["DBInstanceIdentifier"]
            };
            let is_writer =
                members.iter().find(writes).is_some_and(|member| member["IsClusterWriter"] == true);
            (
                text(&instance["AvailabilityZone"]),
                if is_writer { "writer" } else { "reader" }.to_owned(),
            )
        });
        let proxies = self.api.list("rds", "describe_db_proxies", json!({}), "DBProxies")?;
        let subnets = proxies.iter().flat_map(|proxy| texts(&proxy["VpcSubnetIds"]));
        Ok(vec![
            self.described("database", "Aurora instance", roles),
            self.counted("database", "proxy's subnets", subnets.map(|subnet| self.zone_of(subnet))),
        ])
    }

    fn zone_of(&self, subnet: &str) -> &str {
        self.subnets.get(subnet).map_or("", String::as_str)
    }

    fn counted<'a>(
        &self,
        tier: &'static str,
        what: &'static str,
        found: impl Iterator<Item = &'a str>,
    ) -> Row {
        let mut counts = BTreeMap::new();
        found.for_each(|zone| *counts.entry(zone).or_insert(0) += 1);
        self.described(
            tier,
            what,
            counts.into_iter().map(|(zone, count): (_, u32)| (zone, count.to_string())),
        )
    }

    fn described<'a>(
        &self,
        tier: &'static str,
        what: &'static str,
        found: impl IntoIterator<Item = (&'a str, String)>,
    ) -> Row {
        let found: Vec<_> = found.into_iter().collect();
        let zones = self.zones.each_ref().map(|zone| {
            let here =
                found.iter().filter(|(place, _)| place == zone).map(|(_, words)| words.as_str());
            here.collect::<Vec<_>>().join(", ")
        });
        Row { tier, what, zones, region: String::new() }
    }
}
