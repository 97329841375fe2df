//! The network as it is deployed: zones, ways out, and who may talk to whom. What packets really
//! do, no emulator shows.

use super::{
    assertion::{Assertion, assertions},
    aws::{Aws, ZONES, array, equal, includes, set, tag, text, texts},
};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Of the network tier.
pub const ASSERTIONS: &[Assertion] = assertions![
    every_zone_has_a_public_an_app_and_a_data_subnet,
    no_subnet_gives_out_public_addresses,
    every_zone_has_a_nat_gateway_of_its_own_in_its_public_subnet,
    every_app_subnet_leaves_through_the_nat_gateway_of_its_own_zone,
    public_subnets_reach_the_internet_through_the_internet_gateway,
    data_subnets_have_no_way_out_of_the_vpc,
    the_main_route_table_leads_nowhere,
    app_subnets_reach_s3_without_the_internet,
    interface_endpoints_stand_in_every_zone_with_private_names,
    flow_logs_record_every_packet_of_the_vpc,
];

/// NET-1, ALL-1
fn every_zone_has_a_public_an_app_and_a_data_subnet(aws: &Aws) -> Result<()> {
    let subnets = aws.list("ec2", "describe_subnets", in_vpc(aws)?, "Subnets")?;
    let found: BTreeSet<_> = subnets
        .iter()
        .map(|s| (tag(s, "Name").into(), text(&s["AvailabilityZone"]).into()))
        .collect();
    let of_tier = |tier| {
        ZONES.map(|zone| (format!("subnet-{tier}-{zone}-staging"), format!("us-east-1{zone}")))
    };
    equal(found, ["public", "app", "data"].into_iter().flat_map(of_tier).collect())
}

/// NET-1: even a public subnet's address is given to what asks for one only.
fn no_subnet_gives_out_public_addresses(aws: &Aws) -> Result<()> {
    let subnets = aws.list("ec2", "describe_subnets", in_vpc(aws)?, "Subnets")?;
    subnets.iter().try_for_each(|subnet| includes(subnet, &json!({"MapPublicIpOnLaunch": false})))
}

/// NET-2
fn every_zone_has_a_nat_gateway_of_its_own_in_its_public_subnet(aws: &Aws) -> Result<()> {
    let gateways = aws.list("ec2", "describe_nat_gateways", json!({}), "NatGateways")?;
    let subnets: BTreeSet<_> =
        gateways.iter().map(|gateway| text(&gateway["SubnetId"]).to_string()).collect();
    equal((gateways.len(), subnets), (ZONES.len(), aws.subnets("public")?))?;
    let is_open = json!({"State": "available", "ConnectivityType": "public"});
    gateways.iter().try_for_each(|gateway| includes(gateway, &is_open))?;
    let addresses: BTreeSet<_> =
        gateways.iter().map(|g| text(&g["NatGatewayAddresses"][0]["AllocationId"])).collect();
    equal(addresses.len(), ZONES.len())
}

/// NET-2
fn every_app_subnet_leaves_through_the_nat_gateway_of_its_own_zone(aws: &Aws) -> Result<()> {
    let zones = zone_of_subnets(aws)?;
    let gateways = aws.list("ec2", "describe_nat_gateways", json!({}), "NatGateways")?;
    for subnet in aws.subnets("app")? {
        let route = default_route(&route_table(aws, &subnet)?)
            .context("an app subnet has no default route")?;
        let gateway =
            gateways.iter().find(|gateway| gateway["NatGatewayId"] == route["NatGatewayId"]);
        let gateway = gateway
            .with_context(|| format!("{} leads to no NAT gateway: {route}", zones[&subnet]))?;
        equal(&zones[text(&gateway["SubnetId"])], &zones[&subnet])?;
    }
    Ok(())
}

/// NET-2
fn public_subnets_reach_the_internet_through_the_internet_gateway(aws: &Aws) -> Result<()> {
    let gateway = aws.only("ec2", "describe_internet_gateways", json!({}), "InternetGateways")?;
    includes(&gateway["Attachments"][0], &json!({"VpcId": vpc(aws)?}))?;
    for subnet in aws.subnets("public")? {
        let route = default_route(&route_table(aws, &subnet)?)
            .context("a public subnet has no default route")?;
        includes(&route, &json!({"GatewayId": gateway["InternetGatewayId"]}))?;
    }
    Ok(())
}

/// NET-1: what is in the database cannot be carried out by it.
fn data_subnets_have_no_way_out_of_the_vpc(aws: &Aws) -> Result<()> {
    let tables = aws.subnets("data")?.into_iter().map(|subnet| route_table(aws, &subnet));
    tables.collect::<Result<Vec<_>>>()?.iter().try_for_each(leads_nowhere)
}

/// NET-1: a subnet that someone forgets to associate gets this table.
fn the_main_route_table_leads_nowhere(aws: &Aws) -> Result<()> {
    let tables = aws.list("ec2", "describe_route_tables", in_vpc(aws)?, "RouteTables")?;
    let is_main = |table: &&Value| {
        array(&table["Associations"]).iter().any(|association| association["Main"] == true)
    };
    leads_nowhere(tables.iter().find(is_main).context("the VPC has no main route table")?)
}

/// NET-2: transaction logs reach their bucket when a NAT gateway does not work.
fn app_subnets_reach_s3_without_the_internet(aws: &Aws) -> Result<()> {
    let endpoints = aws.list("ec2", "describe_vpc_endpoints", json!({}), "VpcEndpoints")?;
    let s3 = endpoints
        .iter()
        .find(|e| e["ServiceName"] == "com.amazonaws.us-east-1.s3")
        .context("no endpoint for S3")?;
    includes(s3, &json!({"VpcEndpointType": "Gateway", "State": "available"}))?;
    for subnet in aws.subnets("app")? {
        let table = route_table(aws, &subnet)?;
        let is_to_s3 = |route: &Value| route["GatewayId"] == s3["VpcEndpointId"];
        ensure!(
            array(&table["Routes"]).iter().any(is_to_s3),
            "{} does not lead to {}",
            tag(&table, "Name"),
            s3["VpcEndpointId"]
        );
    }
    Ok(())
}

/// NET-1, ALL-5
fn interface_endpoints_stand_in_every_zone_with_private_names(aws: &Aws) -> Result<()> {
    let endpoints = aws.list("ec2", "describe_vpc_endpoints", json!({}), "VpcEndpoints")?;
    let interfaces: Vec<_> =
        endpoints.iter().filter(|endpoint| endpoint["VpcEndpointType"] == "Interface").collect();
    let services: BTreeSet<_> = interfaces
        .iter()
        .filter_map(|e| text(&e["ServiceName"]).strip_prefix("com.amazonaws.us-east-1."))
        .collect();
    let needed = BTreeSet::from(["ecr.api", "ecr.dkr", "lambda", "logs"]);
    ensure!(services.is_superset(&needed), "only {services:?} have an endpoint");
    for endpoint in interfaces {
        equal(texts(&endpoint["SubnetIds"]), aws.subnets("app")?)?;
        let group = json!({
            "GroupId": aws.security_group("endpoints")?,
            "GroupName": "security-group-endpoints-staging"
        });
        includes(endpoint, &json!({"PrivateDnsEnabled": true, "Groups": [group]}))?;
    }
    Ok(())
}

/// ALL-6
fn flow_logs_record_every_packet_of_the_vpc(aws: &Aws) -> Result<()> {
    let flow_log = aws.only("ec2", "describe_flow_logs", json!({}), "FlowLogs")?;
    let everything = json!({
        "ResourceId": vpc(aws)?, "TrafficType": "ALL", "FlowLogStatus": "ACTIVE",
        "MaxAggregationInterval": 60
    });
    includes(&flow_log, &everything)?;
    let groups = aws.list("logs", "describe_log_groups", json!({}), "logGroups")?;
    let is_destination = |group: &&Value| group["logGroupArn"] == flow_log["LogDestination"];
    groups
        .iter()
        .find(is_destination)
        .with_context(|| format!("no log group {}", flow_log["LogDestination"]))?;
    Ok(())
}

fn leads_nowhere(table: &Value) -> Result<()> {
    let gateways: BTreeSet<_> =
        array(&table["Routes"]).iter().map(|route| text(&route["GatewayId"]).to_string()).collect();
    ensure!(gateways == set(["local"]), "{} leads out: {}", tag(table, "Name"), table["Routes"]);
    Ok(())
}

fn vpc(aws: &Aws) -> Result<String> {
    let own = json!({"Filters": [{"Name": "is-default", "Values": ["false"]}]});
    Ok(text(&aws.only("ec2", "describe_vpcs", own, "Vpcs")?["VpcId"]).into())
}

fn in_vpc(aws: &Aws) -> Result<Value> {
    Ok(json!({"Filters": [{"Name": "vpc-id", "Values": [vpc(aws)?]}]}))
}

fn zone_of_subnets(aws: &Aws) -> Result<BTreeMap<String, String>> {
    let subnets = aws.list("ec2", "describe_subnets", json!({}), "Subnets")?;
    Ok(subnets
        .iter()
        .map(|s| (text(&s["SubnetId"]).into(), text(&s["AvailabilityZone"]).into()))
        .collect())
}

fn route_table(aws: &Aws, subnet: &str) -> Result<Value> {
    let of_subnet = json!({"Filters": [{"Name": "association.subnet-id", "Values": [subnet]}]});
    aws.only("ec2", "describe_route_tables", of_subnet, "RouteTables")
}

fn default_route(table: &Value) -> Option<Value> {
    array(&table["Routes"])
        .iter()
        .find(|route| route["DestinationCidrBlock"] == "0.0.0.0/0")
        .cloned()
}
