//! Stacks that are not ours: plans of stacks that exist already, so that every id is known.

use paytf::verify::Inventory;
use serde_json::{Value, json};

/// A stack of another hand.
#[derive(Debug, Clone)]
pub struct Foreign {
    zones: Vec<String>,
    /// Which zone's gateway each zone leaves through.
    gateways: Vec<usize>,
    name: String,
    times: usize,
    is_placed: bool,
}

impl Foreign {
    /// In zones of these letters, each with a gateway of its own.
    pub fn with_zones(letters: &str) -> Self {
        let zones: Vec<_> = letters.chars().map(|letter| format!("eu-west-1{letter}")).collect();
        Self {
            gateways: (0..zones.len()).collect(),
            zones,
            name: "shop".to_owned(),
            times: 1,
            is_placed: true,
        }
    }

    /// Each zone leaves through the gateway of the next one.
    pub fn crossed(mut self) -> Self {
        self.gateways = (0..self.zones.len()).map(|zone| (zone + 1) % self.zones.len()).collect();
        self
    }

    /// All leave through the gateway of the first zone.
    pub fn one_gateway(mut self) -> Self {
        self.gateways = vec![0; self.zones.len()];
        self
    }

    /// Everything is called so.
    pub fn named(mut self, name: &str) -> Self {
        self.name = name.to_owned();
        self
    }

    /// Several of each service, function and database.
    pub fn times(mut self, times: usize) -> Self {
        self.times = times;
        self
    }

    /// Nothing says in which zones the private subnets are.
    pub fn nowhere(mut self) -> Self {
        self.is_placed = false;
        self
    }

    pub fn inventory(&self) -> Inventory {
        super::planned(&self.plan())
    }

    pub fn plan(&self) -> Value {
        let mut resources = self.network();
        for nth in 0..self.times {
            resources.extend(self.workload(nth));
        }
        plan(resources)
    }

    fn network(&self) -> Vec<Value> {
        let name = &self.name;
        let mut all = vec![
            resource(
                "aws_vpc",
                "v",
                json!({"id": "vpc-1", "cidr_block": "10.9.0.0/16", "tags": {"Name": name}}),
            ),
            resource("aws_internet_gateway", "i", json!({"id": "igw-1"})),
            resource("aws_route_table", "public", json!({"id": "rtb-public"})),
            resource("aws_route", "public", route("rtb-public", "gateway_id", "igw-1")),
            resource(
                "aws_db_subnet_group",
                "g",
                json!({"id": "group", "name": "group", "subnet_ids": self.subnets("data")}),
            ),
            resource("aws_security_group", "app", json!({"id": "sg-app"})),
            resource(
                "aws_security_group",
                "data",
                json!({"id": "sg-data", "ingress": [{"security_groups": ["sg-app"]}]}),
            ),
        ];
        for (n, zone) in self.zones.iter().enumerate() {
            let placed = if self.is_placed { json!(zone) } else { Value::Null };
            for (tier, net, zone) in
                [("web", 0, json!(zone)), ("app", 100, placed.clone()), ("data", 200, placed)]
            {
                let id = format!("subnet-{tier}-{n}");
                let values = json!({
                    "id": id, "cidr_block": format!("10.9.{}.0/24", net + n),
                    "availability_zone": zone
                });
                all.push(resource("aws_subnet", &format!("{tier}{n}"), values));
                let table =
                    if tier == "web" { "rtb-public".to_owned() } else { format!("rtb-{n}") };
                let values = json!({"subnet_id": id, "route_table_id": table});
                all.push(resource("aws_route_table_association", &format!("{tier}{n}"), values));
            }
            let nat = format!("nat-{}", self.gateways[n]);
            let values = json!({
                "id": format!("nat-{n}"), "subnet_id": format!("subnet-web-{n}"),
                "tags": {"Name": name}
            });
            all.push(resource("aws_nat_gateway", &format!("n{n}"), values));
            all.push(resource(
                "aws_route_table",
                &format!("t{n}"),
                json!({"id": format!("rtb-{n}")}),
            ));
            all.push(resource(
                "aws_route",
                &format!("t{n}"),
                route(&format!("rtb-{n}"), "nat_gateway_id", &nat),
            ));
        }
        all
    }

    /// A load balancer, a service behind it, a function, and a database that both reach.
    fn workload(&self, nth: usize) -> Vec<Value> {
        let name = format!("{}{nth}", self.name);
        let (lb, tg, cluster) =
            (format!("lb-{nth}"), format!("tg-{nth}"), format!("cluster-{nth}"));
        let mut all = vec![
            resource(
                "aws_lb",
                &lb,
                json!({
                    "id": lb, "arn": lb, "name": name, "internal": false,
                    "load_balancer_type": "application", "subnets": self.subnets("web")
                }),
            ),
            resource("aws_lb_target_group", &tg, json!({"id": tg, "arn": tg})),
            resource(
                "aws_lb_listener",
                &lb,
                json!({
                    "id": format!("l-{nth}"), "load_balancer_arn": lb, "protocol": "HTTPS",
                    "port": 443, "default_action": [{"target_group_arn": tg}]
                }),
            ),
            resource(
                "aws_ecs_service",
                &format!("s{nth}"),
                json!({
                    "id": format!("s-{nth}"), "name": name, "desired_count": 7,
                    "load_balancer": [{"target_group_arn": tg}],
                    "network_configuration": [{
                        "subnets": self.subnets("app"), "security_groups": ["sg-app"]
                    }]
                }),
            ),
            resource(
                "aws_lambda_function",
                &format!("f{nth}"),
                json!({
                    "id": format!("f-{nth}"), "function_name": name,
                    "vpc_config": [{
                        "subnet_ids": self.subnets("app"), "security_group_ids": ["sg-app"]
                    }]
                }),
            ),
            resource(
                "aws_rds_cluster",
                &cluster,
                json!({
                    "id": cluster, "cluster_identifier": cluster, "engine": "aurora-mysql",
                    "db_subnet_group_name": "group", "vpc_security_group_ids": ["sg-data"]
                }),
            ),
            resource(
                "aws_db_instance",
                &format!("d{nth}"),
                json!({
                    "id": format!("d-{nth}"), "identifier": name, "instance_class": "db.m7g.large",
                    "multi_az": true, "db_subnet_group_name": "group"
                }),
            ),
            resource("aws_sqs_queue", &format!("q{nth}"), json!({"id": format!("q-{nth}")})),
        ];
        for (n, zone) in self.zones.iter().take(2).enumerate() {
            let zone = if self.is_placed { json!(zone) } else { Value::Null };
            let values = json!({
                "id": format!("i-{nth}-{n}"), "identifier": name, "cluster_identifier": cluster,
                "instance_class": "db.r7g.large", "promotion_tier": n, "availability_zone": zone
            });
            all.push(resource("aws_rds_cluster_instance", &format!("i{nth}_{n}"), values));
        }
        all
    }

    fn subnets(&self, tier: &str) -> Vec<String> {
        (0..self.zones.len()).map(|n| format!("subnet-{tier}-{n}")).collect()
    }
}

fn route(table: &str, target: &str, id: &str) -> Value {
    json!({"route_table_id": table, "destination_cidr_block": "0.0.0.0/0", target: id})
}

/// A resource that exists.
pub fn resource(kind: &str, name: &str, values: Value) -> Value {
    json!({
        "address": format!("{kind}.{name}"), "mode": "managed", "type": kind, "name": name,
        "change": {"actions": ["no-op"], "after": values, "after_unknown": {}},
    })
}

/// A plan of resources.
pub fn plan(resources: Vec<Value>) -> Value {
    json!({
        "format_version": "1.2", "resource_changes": resources, "configuration": {"root_module": {}}
    })
}
