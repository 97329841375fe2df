//! Where a network finds an AWS service.

use std::collections::HashMap;

use super::interface::InterfaceId;
use super::network::Network;
use crate::aws::network::{Endpoint, EndpointKind, Follow};
use crate::{Inventory, Planned, Resource};

/// Where a network finds a service.
#[derive(Debug, Clone, Default)]
pub struct ServiceEndpoints {
    /// The interfaces of its endpoints; none where the service is found by its public addresses.
    pub endpoints: Vec<InterfaceId>,
    /// Why that is not certain.
    pub doubt: Option<String>,
    /// An endpoint of the service that does not help, and why.
    pub unused: Option<String>,
}

/// The endpoints of each network, and those of which it is not known of which.
#[derive(Debug, Default)]
pub struct Endpoints<'a> {
    of: HashMap<Resource<'a>, Vec<Endpoint<'a>>>,
    anywhere: Vec<Endpoint<'a>>,
}

impl<'a> Endpoints<'a> {
    /// Reads the services of a plan.
    pub fn of(inventory: &'a Inventory) -> Self {
        let mut all = Self::default();
        for endpoint in Endpoint::all(inventory) {
            match Follow::Proven.one(&endpoint.vpc()) {
                Ok(vpc) => all.of.entry(vpc).or_default().push(endpoint),
                Err(_) => all.anywhere.push(endpoint),
            }
        }
        all
    }
}

impl ServiceEndpoints {
    /// Of a service, by a network: the public name of the service resolves to the interfaces of an
    /// endpoint with private names. Source: AWS PrivateLink guide, "Private DNS".
    pub fn of<'a>(
        network: &Network<'a>,
        endpoints: &Endpoints<'a>,
        vpc: Resource<'a>,
        service: &str,
    ) -> Self {
        let mut found = Self::default();
        let own = endpoints
            .of
            .get(&vpc)
            .into_iter()
            .flatten()
            .map(|endpoint| (*endpoint, Planned::Known(true)));
        let others = endpoints.anywhere.iter().map(|endpoint| (*endpoint, Planned::Unknown));
        for (endpoint, is_here) in own.chain(others) {
            let kind = endpoint.kind().map(|kind| kind == EndpointKind::Interface);
            let is_named = kind.and(endpoint.has_private_names());
            let is_it = match endpoint.service() {
                Planned::Known(own) => Planned::Known(own == service),
                _ => Planned::Unknown,
            };
            if is_named == Planned::Known(false) {
                if is_here.and(is_it) == Planned::Known(true) {
                    let why = match kind {
                        Planned::Known(true) => {
                            "gives its interfaces no private name (private_dns_enabled)"
                        }
                        _ => "is in no route table of the subnet",
                    };
                    found.unused =
                        Some(format!("{}, an endpoint of {service}, {why}", endpoint.0.address()));
                }
                continue;
            }
            // That of S3 gives its name to those outside of the network only, unless it says
            // otherwise.
            match is_here.and(is_it).and(is_named) {
                Planned::Known(true) if is_for_outside(endpoint, service) => {}
                Planned::Known(true) => {
                    found.endpoints.extend(network.of_resource(endpoint.0).map(|own| own.id));
                }
                Planned::Unknown => {
                    let address = endpoint.0.address();
                    found.doubt = Some(format!(
                        "whether {address} is an endpoint of {service} for it is known only after \
                         the apply"
                    ));
                }
                _ => {}
            }
        }
        found
    }
}

/// Source: AWS provider 5.100.0, `aws_vpc_endpoint`,
/// `private_dns_only_for_inbound_resolver_endpoint`: "Default is `true`" for S3.
fn is_for_outside(endpoint: Endpoint, service: &str) -> bool {
    let only = endpoint.0.at("dns_options.0.private_dns_only_for_inbound_resolver_endpoint");
    service == "s3" && only.bool().or(true) == Planned::Known(true)
}
