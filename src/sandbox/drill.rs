//! Takes a zone away. The emulator has no zones that could fail, so what is in the zone is deleted
//! through the AWS APIs, and what spans several zones is removed from this one. What follows from
//! that in the emulator is asked of its APIs.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::{
    Api,
    answer::{array, text, texts},
    deployed::{service, zone_of_subnets},
};
use crate::cidr::ZONE_COUNT;

/// A load balancer keeps subnets in two zones at least.
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer>
const FEWEST_LOAD_BALANCER_ZONES: usize = 2;

/// The zone of a stack that is called `zone-b` on the command line, or by its own name.
///
/// # Errors
/// When the stack is not in it.
pub fn zone_called<'a>(name: &str, zones: &'a [String; ZONE_COUNT]) -> Result<&'a str> {
    let short = |zone: &str| format!("zone-{}", zone.chars().next_back().unwrap_or_default());
    match zones.iter().find(|zone| *zone == name || short(zone) == name) {
        Some(zone) => Ok(zone),
        None => {
            let allowed = zones.each_ref().map(|zone| short(zone)).join(", ");
            bail!("--drill {name}: is no zone of this stack; allowed: {allowed}")
        }
    }
}

/// Takes away what is in a zone, and says what that was.
///
/// # Errors
/// When AWS refuses.
pub fn take_away(api: &Api, zone: &str) -> Result<Vec<String>> {
    let subnets = zone_of_subnets(api)?
        .into_iter()
        .filter(|(_, place)| place == zone)
        .map(|(subnet, _)| subnet);
    let drill = Drill { api, zone, subnets: subnets.collect() };
    let steps = [
        Drill::instances,
        Drill::nat_gateways,
        Drill::load_balancers,
        Drill::endpoints,
        Drill::functions,
        Drill::tasks,
    ];
    let taken = steps.iter().map(|step| step(&drill)).collect::<Result<Vec<_>>>()?;
    Ok(taken.concat())
}

struct Drill<'a> {
    api: &'a Api,
    zone: &'a str,
    /// The subnets of the zone.
    subnets: Vec<String>,
}

impl Drill<'_> {
    fn instances(&self) -> Result<Vec<String>> {
        let mut taken = vec![];
        for instance in self.api.list("rds", "describe_db_instances", json!({}), "DBInstances")? {
            if instance["AvailabilityZone"] != self.zone {
                continue;
            }
            let name = text(&instance["DBInstanceIdentifier"]);
            let before = self.writer()?;
            let question = json!({"DBInstanceIdentifier": name, "SkipFinalSnapshot": true});
            self.api.ask("rds", "delete_db_instance", question)?;
            let after = self.writer()?;
            let so = if before == after {
                format!("{after} writes on")
            } else {
                format!("it wrote; now {after} writes")
            };
            taken.push(format!("deleted the Aurora instance {name}: {so}"));
        }
        Ok(taken)
    }

    fn writer(&self) -> Result<String> {
        let clusters = self.api.list("rds", "describe_db_clusters", json!({}), "DBClusters")?;
        let mut members = clusters.iter().flat_map(|cluster| array(&cluster["DBClusterMembers"]));
        let writer = members.find(|member| member["IsClusterWriter"] == true);
        Ok(writer.map_or("nobody", |member| text(&member["DBInstanceIdentifier"])).to_owned())
    }

    fn nat_gateways(&self) -> Result<Vec<String>> {
        let mut taken = vec![];
        for gateway in self.api.list("ec2", "describe_nat_gateways", json!({}), "NatGateways")? {
            if gateway["State"] == "available" && self.is_here(text(&gateway["SubnetId"])) {
                let id = text(&gateway["NatGatewayId"]);
                self.api.ask("ec2", "delete_nat_gateway", json!({"NatGatewayId": id}))?;
                taken.push(format!("deleted the NAT gateway {id}"));
            }
        }
        Ok(taken)
    }

    fn load_balancers(&self) -> Result<Vec<String>> {
        let mut taken = vec![];
        for balancer in
            self.api.list("elbv2", "describe_load_balancers", json!({}), "LoadBalancers")?
        {
            let zones =
                array(&balancer["AvailabilityZones"]).iter().map(|zone| text(&zone["SubnetId"]));
            let Some(kept) = self.without_zone(zones) else { continue };
            let name = text(&balancer["LoadBalancerName"]);
            if kept.len() < FEWEST_LOAD_BALANCER_ZONES {
                taken.push(format!("left the load balancer {name} in two zones, AWS's minimum"));
                continue;
            }
            let question = json!({"LoadBalancerArn": balancer["LoadBalancerArn"], "Subnets": kept});
            self.api.ask("elbv2", "set_subnets", question)?;
            taken.push(format!("took its subnet from the load balancer {name}"));
        }
        Ok(taken)
    }

    fn endpoints(&self) -> Result<Vec<String>> {
        let mut count = 0;
        for endpoint in self.api.list("ec2", "describe_vpc_endpoints", json!({}), "VpcEndpoints")? {
            let gone: Vec<_> =
                texts(&endpoint["SubnetIds"]).filter(|subnet| self.is_here(subnet)).collect();
            if !gone.is_empty() {
                let question =
                    json!({"VpcEndpointId": endpoint["VpcEndpointId"], "RemoveSubnetIds": gone});
                self.api.ask("ec2", "modify_vpc_endpoint", question)?;
                count += 1;
            }
        }
        Ok(if count == 0 {
            vec![]
        } else {
            vec![format!("took their subnet from {count} endpoints of AWS services")]
        })
    }

    fn functions(&self) -> Result<Vec<String>> {
        let mut taken = vec![];
        for function in self.api.list("lambda", "list_functions", json!({}), "Functions")? {
            let (name, network) = (&function["FunctionName"], &function["VpcConfig"]);
            let Some(kept) = self.without_zone(texts(&network["SubnetIds"])) else { continue };
            let network =
                json!({"SubnetIds": kept, "SecurityGroupIds": network["SecurityGroupIds"]});
            let question = json!({"FunctionName": name, "VpcConfig": network});
            self.api.ask("lambda", "update_function_configuration", question)?;
            taken.push(format!("took its subnet from the function {}", text(name)));
        }
        Ok(taken)
    }

    fn tasks(&self) -> Result<Vec<String>> {
        let service = service(self.api)?;
        let mut network = service["networkConfiguration"].clone();
        let subnets = network
            .pointer_mut("/awsvpcConfiguration/subnets")
            .context("the ECS service has no subnets")?;
        let Some(kept) = self.without_zone(texts(subnets)) else { return Ok(vec![]) };
        *subnets = Value::from(kept);
        let name = &service["serviceName"];
        let question = json!({
            "cluster": service["clusterArn"], "service": name, "networkConfiguration": network
        });
        self.api.ask("ecs", "update_service", question)?;
        Ok(vec![format!("took its subnet from the ECS service {}", text(name))])
    }

    fn is_here(&self, subnet: &str) -> bool {
        self.subnets.iter().any(|own| own == subnet)
    }

    /// The subnets elsewhere; none when nothing is here, or nothing elsewhere.
    fn without_zone<'a>(&self, subnets: impl Iterator<Item = &'a str>) -> Option<Vec<String>> {
        let (here, elsewhere): (Vec<_>, Vec<_>) =
            subnets.map(str::to_owned).partition(|subnet| self.is_here(subnet));
        (!here.is_empty() && !elsewhere.is_empty()).then_some(elsewhere)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_called_by_its_letter_or_its_name_and_another_one_is_refused_with_the_allowed_ones()
    {
        let zones = ["us-east-1a", "us-east-1c", "us-east-1d"].map(str::to_owned);
        assert_eq!(zone_called("zone-c", &zones).unwrap(), "us-east-1c");
        assert_eq!(zone_called("us-east-1d", &zones).unwrap(), "us-east-1d");
        let error = zone_called("zone-b", &zones).unwrap_err().to_string();
        assert_eq!(
            error,
            "--drill zone-b: is no zone of this stack; allowed: zone-a, zone-c, zone-d"
        );
    }
}
