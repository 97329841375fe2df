//! [`Fabric`]: a network that is up.
//!
//! The VPC's router is a namespace with a bridge for each subnet, a route table for what comes from
//! each of them, and the network ACLs between them: it keeps no memory of connections, as they do
//! not. Each interface is a namespace with an end of a cable to its subnet's bridge, and its
//! security groups at that end, which do remember. The internet gateway translates addresses one by
//! one and remembers nothing; a NAT gateway is an interface that masquerades. Behind them is a host
//! for the internet, and one for the services with gateway endpoints.

mod filters;
mod links;
mod routes;
mod storage;

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use crate::network::{End, Interface, Network, Way};
use crate::nftables::Ruleset;
use crate::{Error, Namespace, Result};
use storage::Storage;

/// What happens to a packet that nothing lets through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It vanishes, as on AWS.
    Dropped,
    /// Its sender is told, as far as the rules let that through: what is refused need not be waited
    /// for.
    Rejected,
}

/// A network that is up.
#[derive(Debug)]
pub struct Fabric {
    network: Network,
    refusal: Refusal,
    router: Namespace,
    gateway: Namespace,
    internet: Namespace,
    services: Namespace,
    /// By the private address that each has.
    hosts: BTreeMap<Ipv4Addr, Host>,
    /// The rules in force, so that the kernel is told only what changes.
    routes: Vec<String>,
    acls: Option<Ruleset>,
    translations: Option<Ruleset>,
    /// What connects the instances of a database cluster.
    storage: Option<Storage>,
}

#[derive(Debug)]
struct Host {
    namespace: Namespace,
    rules: Option<Ruleset>,
}

impl Fabric {
    /// Brings a network up.
    ///
    /// # Errors
    /// When the kernel, `ip` or `nft` refuses something.
    pub fn build(network: &Network, refusal: Refusal) -> Result<Self> {
        let mut fabric = Self {
            network: network.clone(),
            refusal,
            router: Namespace::new()?,
            gateway: Namespace::new()?,
            internet: Namespace::new()?,
            services: Namespace::new()?,
            hosts: BTreeMap::new(),
            routes: Vec::new(),
            acls: None,
            translations: None,
            storage: None,
        };
        fabric.lay_out()?;
        fabric.apply(network)?;
        Ok(fabric)
    }

    /// Whether another network differs in nothing but its rules, so that [`Fabric::apply`] can make
    /// this one of it.
    pub fn has_layout_of(&self, network: &Network) -> bool {
        let subnets = |network: &Network| {
            network.subnets.iter().map(|subnet| subnet.range).collect::<Vec<_>>()
        };
        self.network.ranges == network.ranges
            && subnets(&self.network) == subnets(network)
            && self.network.services == network.services
    }

    /// Changes routes, filters and interfaces to those of another network with the same subnets.
    ///
    /// # Errors
    /// When the kernel, `ip` or `nft` refuses something.
    pub fn apply(&mut self, network: &Network) -> Result<()> {
        self.network = network.clone();
        for interface in &network.interfaces {
            if !self.hosts.contains_key(&interface.ip) {
                let namespace = self.connect(interface)?;
                self.hosts.insert(interface.ip, Host { namespace, rules: None });
            }
        }
        let routes = self.route_lines()?;
        if routes != self.routes {
            self.router.ip(&routes)?;
            self.routes = routes;
        }
        let acls = Some(self.acl_rules());
        if acls != self.acls {
            acls.iter().try_for_each(|rules| rules.apply(&self.router))?;
            self.acls = acls;
        }
        let translations = Some(self.translation_rules());
        if translations != self.translations {
            translations.iter().try_for_each(|rules| rules.apply(&self.gateway))?;
            self.translations = translations;
        }
        for interface in &network.interfaces {
            let rules = match &interface.way {
                Way::Guarded(groups) => self.group_rules(groups),
                Way::Nat => self.nat_rules(),
            };
            let rules = Some(rules);
            let Some(host) = self.hosts.get_mut(&interface.ip) else { continue };
            if rules != host.rules {
                rules.iter().try_for_each(|rules| rules.apply(&host.namespace))?;
                host.rules = rules;
            }
        }
        Ok(())
    }

    /// The network.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// Where an end of a connection is.
    ///
    /// # Errors
    /// When the network has no such interface.
    pub fn namespace(&self, end: End) -> Result<&Namespace> {
        match end {
            End::Internet => Ok(&self.internet),
            End::Service(_) => Ok(&self.services),
            End::Interface(place) => {
                let host = self
                    .network
                    .interfaces
                    .get(place)
                    .and_then(|interface| self.hosts.get(&interface.ip));
                host.map(|host| &host.namespace)
                    .ok_or_else(|| Error::Inside(format!("there is no interface {place}")))
            }
        }
    }

    /// Where the internet is.
    pub fn internet(&self) -> &Namespace {
        &self.internet
    }

    /// Where an interface is.
    ///
    /// # Errors
    /// When it is none of this network.
    pub fn host(&self, interface: &Interface) -> Result<&Namespace> {
        let host = self.hosts.get(&interface.ip).map(|host| &host.namespace);
        host.ok_or_else(|| Error::Inside(format!("there is no interface {}", interface.ip)))
    }
}
