//! What the production stack is for, written down by hand: the kernel opens these connections and
//! no others.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use fabric::{End, Network, Sandbox};
use paytf::config::Profile;

use super::asking::verdicts;
use super::{INSIDE, plans};

const BALANCER: &str = "aws_lb.main";
const TASKS: &str = "aws_ecs_service.main";
const PROXY: &str = "aws_db_proxy.main";
const DATABASE: &str = "aws_rds_cluster.main";
const ENDPOINTS: &str = "aws_vpc_endpoint.ecr_api";
const INTERNET: &str = "internet";
const S3: &str = "com.amazonaws.us-east-1.s3";

/// From each of the first to each of the second, in every zone, at this port.
const NEEDED: [(&str, &str, u16); 9] = [
    (INTERNET, BALANCER, 80),
    (INTERNET, BALANCER, 443),
    (BALANCER, TASKS, 8443),
    (TASKS, PROXY, 5432),
    (PROXY, DATABASE, 5432),
    (TASKS, ENDPOINTS, 443),
    (TASKS, INTERNET, 443),
    (TASKS, S3, 443),
    // The tasks may go anywhere by HTTPS, and the load balancer lets everyone in.
    (TASKS, BALANCER, 443),
];

pub fn the_kernel_opens_what_the_stack_needs_and_nothing_else() -> Result<()> {
    let network = fabric::read(&plans::inventory(&plans::stack(Profile::Production)?)?)?;
    let mut sandbox = Sandbox::start(&[INSIDE])?;
    let verdicts = verdicts(&mut sandbox, &network, 0)?;
    let of = |name: &'static str| ends(&network, name).into_iter();
    let needed: BTreeSet<_> = NEEDED
        .into_iter()
        .flat_map(|(from, to, port)| {
            of(from)
                .flat_map(move |from| of(to).map(move |to| (from, to, port)))
                .collect::<Vec<_>>()
        })
        .collect();
    ensure!(needed.len() > 50, "only {} flows are needed", needed.len());
    let open: BTreeSet<_> =
        verdicts.iter().filter(|(_, open)| **open).map(|(flow, _)| *flow).collect();
    ensure!(
        open == needed,
        "missing {:?}, too many {:?}",
        needed.difference(&open),
        open.difference(&needed)
    );
    Ok(())
}

/// Where something is.
fn ends(network: &Network, name: &str) -> Vec<End> {
    if name == INTERNET {
        return vec![End::Internet];
    }
    let services = network.services.iter().enumerate().filter(|(_, service)| service.name == name);
    let is_it = |owner: &String| owner.ends_with(name);
    let interfaces = network
        .interfaces
        .iter()
        .enumerate()
        .filter(|(_, interface)| interface.owners.iter().any(is_it));
    let interfaces = interfaces.map(|(place, _)| End::Interface(place));
    interfaces.chain(services.map(|(place, _)| End::Service(place))).collect()
}
