//! Through which VPC endpoints a call leaves the network of who makes it.
//! Source: AWS PrivateLink guide, "Access an AWS service using an interface VPC endpoint" and
//! "Gateway endpoints".

use crate::aws::network::endpoint_service::of_action;
use crate::aws::network::{Endpoint, EndpointKind, Follow, RouteTable, Subnet, ZonePlacement};
use crate::planned::Planned::Known;
use crate::resource::Resource;

/// The network of a caller: its subnets, where all are known.
#[derive(Debug, Clone, Default)]
pub struct Network<'a>(Vec<Subnet<'a>>);

impl<'a> Network<'a> {
    /// The network of a task definition's tasks, from the services that run it.
    pub fn of_task(task: Resource<'a>) -> Self {
        let services = task.inventory().referrers(task, "aws_ecs_service", "task_definition");
        let subnets = services.iter().map(|service| service.at("network_configuration.0.subnets"));
        Self::of(subnets.map(|place| ZonePlacement::of(&place)))
    }

    /// The network of a function.
    pub fn of_function(function: Resource<'a>) -> Self {
        Self::of([ZonePlacement::of(&function.at("vpc_config.0.subnet_ids"))])
    }

    fn of(placements: impl IntoIterator<Item = ZonePlacement<'a>>) -> Self {
        let mut all = ZonePlacement::default();
        placements.into_iter().for_each(|one| all.add(one));
        let is_certain = !all.is_ambiguous && all.elsewhere.is_empty();
        Self(
            all.subnets
                .into_iter()
                .filter(|_| is_certain)
                .map(|(subnet, _)| Subnet(subnet))
                .collect(),
        )
    }

    /// The endpoints that a call of an action goes through from here; empty if it goes another way,
    /// or if that is not certain.
    pub fn endpoints(&self, action: &str) -> Vec<Resource<'a>> {
        let Some(first) = self.0.first() else { return Vec::new() };
        let Ok(Some(vpc)) = first.network(Follow::Proven) else { return Vec::new() };
        if self.0.iter().any(|subnet| subnet.network(Follow::Proven) != Ok(Some(vpc))) {
            return Vec::new();
        }
        let service = of_action(action);
        let here =
            vpc.inventory().referrers(vpc, "aws_vpc_endpoint", "vpc_id").into_iter().map(Endpoint);
        let here = here.filter(|endpoint| {
            endpoint.service() == Known(service) && endpoint.vpc().proven() == Ok(vpc)
        });
        let is_used = |endpoint: &Endpoint<'a>| match endpoint.kind() {
            Known(EndpointKind::Interface) => {
                endpoint.has_private_names() == Known(true) && service != "s3"
            }
            Known(EndpointKind::Gateway) => self.leads_to(*endpoint),
            _ => false,
        };
        here.filter(is_used).map(|endpoint| endpoint.0).collect()
    }

    /// Whether each subnet has a route to an endpoint.
    fn leads_to(&self, endpoint: Endpoint<'a>) -> bool {
        let Ok(tables) = endpoint.route_tables(Follow::Proven) else { return false };
        let has_route = |subnet: &Subnet<'a>| match subnet.route_table(Follow::Proven) {
            Ok(RouteTable::Own(table)) => tables.contains(&table),
            _ => false,
        };
        self.0.iter().all(has_route)
    }
}
