//! Nodes of EKS clusters to the control plane and back, and to what a node needs to start.
//! Source: Amazon EKS User Guide, "View Amazon EKS security group requirements for clusters",
//! "Cluster API server endpoint" and "Deploy private clusters with limited internet access".

use super::{Because, HTTPS, Needs};
use crate::declared::Protocol;
use crate::{Planned, Resource};

/// The port of the kubelet, which the control plane calls.
const KUBELET: u16 = 10250;

pub fn add(needs: &mut Needs) {
    let inventory = needs.inventory;
    for nodes in inventory.all_of(&["aws_eks_node_group", "aws_eks_fargate_profile"]) {
        let what = || format!("whether {} reaches its control plane", nodes.address());
        let name = nodes.at("cluster_name");
        if let Some(cluster) = needs.linked(&name, &["aws_eks_cluster"], what) {
            add_nodes(needs, cluster, nodes);
        }
    }
}

fn add_nodes<'a>(needs: &mut Needs<'_, 'a>, cluster: Resource<'a>, nodes: Resource<'a>) {
    let place = nodes.at("cluster_name");
    let because = |why: &str| Because::new(why, place.clone());
    let private = cluster.at("vpc_config.0.endpoint_private_access");
    match private.bool().or(false) {
        // Within the network its name resolves to the interfaces of the control plane.
        Planned::Known(true) => {
            needs.between(
                nodes,
                cluster,
                Protocol::Tcp,
                HTTPS,
                because("nodes call the control plane"),
            );
        }
        Planned::Known(false) | Planned::Absent => {
            needs.calls_internet(
                nodes,
                HTTPS,
                because("nodes call the control plane, whose endpoint is public"),
            );
        }
        Planned::Unknown if !private.waits() => {
            needs.calls_internet(
                nodes,
                HTTPS,
                because("nodes call the control plane, whose endpoint is public"),
            );
        }
        Planned::Unknown => {
            needs.unread(
                &private,
                format!("how {} calls its control plane", nodes.address()),
                private.known_later(),
            );
        }
    }
    needs.between(
        cluster,
        nodes,
        Protocol::Tcp,
        KUBELET,
        because("the control plane calls the kubelet"),
    );
    for service in ["ecr.api", "ecr.dkr", "s3"] {
        needs.calls(nodes, service, because("nodes pull the images of Kubernetes' own parts"));
    }
    if nodes.kind() == "aws_eks_node_group" {
        needs.calls(nodes, "ec2", because("nodes ask for their addresses"));
    }
}
