//! The plans whose networks are brought up.

use std::time::Instant;

use anyhow::Result;
use fabric::{Network, Sandbox};
use paytf::config::Profile;
use paytf::verify::{Inventory, Plan};

use crate::asking::{flows, verdicts};
use crate::{INSIDE, support};

pub fn explore() -> Result<()> {
    let plan = support::planned(&support::config("", "prod", Profile::Production))?;
    let text = plan.json.to_string();
    let start = Instant::now();
    let inventory = Inventory::from_plan(Plan::parse(text.as_bytes())?);
    println!("inventory {:?}", start.elapsed());
    let start = Instant::now();
    let network: Network = fabric::read(&inventory)?;
    println!("network {:?}", start.elapsed());
    for subnet in &network.subnets {
        println!("{} {} {} acl {} {:?}", subnet.address, subnet.range, subnet.zone, network.acls[subnet.acl].address, subnet.routes);
    }
    for interface in &network.interfaces {
        println!("{:?}", interface);
    }
    println!("{:?} {:?}", network.services, network.telling_ports());
    println!("{} flows", flows(&network).len());
    let start = Instant::now();
    let mut sandbox = Sandbox::start(&[INSIDE])?;
    println!("start {:?}", start.elapsed());
    for turn in 0..4 {
        let start = Instant::now();
        let verdicts = verdicts(&mut sandbox, &network, turn)?;
        println!("{turn}: {:?} {} open", start.elapsed(), verdicts.values().filter(|open| **open).count());
        if turn == 0 {
            let name = |end: &fabric::End| match end {
                fabric::End::Interface(place) => {
                    let interface = &network.interfaces[*place];
                    format!("{}@{}", interface.owners[0], network.subnets[interface.subnet].address)
                }
                end => format!("{end:?}"),
            };
            for ((from, to, port), _) in verdicts.iter().filter(|(_, open)| **open) {
                println!("  {} -> {} {port}", name(from), name(to));
            }
        }
    }
    Ok(())
}
