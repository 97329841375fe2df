//! Collects everything that is drawn in zones.

use std::collections::{HashMap, HashSet};

use super::cards;
use super::node::Node;
use verify::Inventory;
use verify::loss::{Cluster, Service, Zonal, egress_paths};

impl<'a> Node<'a> {
    /// Everything that is in zones: what the loss of zones is computed for, and the ways out of
    /// subnets.
    pub fn all(inventory: &'a Inventory) -> Vec<Self> {
        let services: HashMap<_, _> =
            Service::all(inventory).map(|service| (service.resource, service)).collect();
        let clusters: HashMap<_, _> =
            Cluster::all(inventory).map(|cluster| (cluster.resource, cluster)).collect();
        let of =
            |zonal: Zonal<'a>| match (services.get(&zonal.resource), clusters.get(&zonal.resource))
            {
                (Some(service), _) => cards::service(service),
                (None, Some(cluster)) => cards::cluster(cluster),
                (None, None) => cards::zonal(zonal),
            };
        let mut nodes: Vec<_> = Zonal::all(inventory).into_iter().map(of).collect();
        let mut ways: Vec<_> = inventory.all("aws_nat_gateway").collect();
        let more = egress_paths(inventory)
            .into_iter()
            .filter(|way| way.kind() != "aws_nat_gateway" && !way.is_data());
        let known: HashSet<_> = nodes.iter().flat_map(|node| node.members.clone()).collect();
        let mut more: Vec<_> = more.filter(|way| !known.contains(way)).collect();
        more.sort_by_key(|way| way.address());
        ways.extend(more);
        nodes.extend(ways.into_iter().map(cards::way_out));
        nodes
    }
}
