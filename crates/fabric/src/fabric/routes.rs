//! Route tables: each subnet has a routing table of its own.

use super::links::{GATEWAY, GATEWAY_TO_ROUTER, SERVICES, SERVICES_TO_ROUTER, bridge};
use super::{Fabric, Refusal};
use crate::network::Target;
use crate::{Error, Result};

/// The number of the first table; those below 256 have names.
const FIRST: usize = 1000;

impl Fabric {
    /// Everything that the router knows of where packets go, for `ip`.
    ///
    /// The most specific route is taken, as on AWS; the local ones are those of the subnets, and an
    /// address of the VPC that is in no subnet leads nowhere. Source: Amazon VPC User Guide,
    /// "Route priority".
    pub(super) fn route_lines(&self) -> Result<Vec<String>> {
        let nowhere = match self.refusal {
            Refusal::Dropped => "blackhole",
            Refusal::Rejected => "unreachable",
        };
        let mut lines = Vec::new();
        for (place, subnet) in self.network.subnets.iter().enumerate() {
            let table = FIRST + place;
            if self.routes.is_empty() {
                lines.push(format!("rule add pref {table} iif {} lookup {table}", bridge(place)));
            } else {
                lines.push(format!("route flush table {table}"));
            }
            // Behind every route that is written.
            lines.push(format!("route add {nowhere} default metric 9999 table {table}"));
            for range in &self.network.ranges {
                lines.push(format!("route add {nowhere} {range} table {table}"));
            }
            for (other, subnet) in self.network.subnets.iter().enumerate() {
                lines.push(format!(
                    "route add {} dev {} table {table}",
                    subnet.range,
                    bridge(other)
                ));
            }
            for route in
                subnet.routes.iter().filter(|route| !self.network.ranges.contains(&route.to))
            {
                let way = match &route.target {
                    Target::InternetGateway => {
                        format!("{} via {GATEWAY_TO_ROUTER} dev {GATEWAY}", route.to)
                    }
                    Target::GatewayEndpoint => {
                        format!("{} via {SERVICES_TO_ROUTER} dev {SERVICES}", route.to)
                    }
                    Target::Nowhere => format!("{nowhere} {}", route.to),
                    Target::NatGateway(nat) => {
                        let nat = self.network.interfaces.get(*nat);
                        let nat = nat.ok_or_else(|| {
                            Error::plan(&subnet.address, "has a route to no NAT gateway")
                        })?;
                        format!("{} via {} dev {}", route.to, nat.ip, bridge(nat.subnet))
                    }
                };
                lines.push(format!("route replace {way} table {table}"));
            }
        }
        Ok(lines)
    }
}
