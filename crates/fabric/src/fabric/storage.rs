//! What connects the instances of a database cluster beside the plan's network, as Aurora's storage
//! does: no route, ACL or group of the plan is on that way. And the loss of a zone, which takes the
//! cables of both.

use std::net::Ipv4Addr;

use super::Fabric;
use super::links::cable;
use crate::{Error, Interface, Namespace, Result};

/// The end of such a cable at an instance.
pub const STORAGE: &str = "storage";

/// Link-local addresses, RFC 3927, which no VPC has.
const RANGE: [u8; 3] = [169, 254, 3];
/// Where whoever looks after the cluster is.
const OWN: u8 = 254;

#[derive(Debug)]
pub(super) struct Storage {
    namespace: Namespace,
    /// By their places in the network.
    interfaces: Vec<usize>,
}

impl Fabric {
    /// Connects the instances of a cluster, by their places in the network; each gets an address
    /// there.
    ///
    /// # Errors
    /// When the network has no such interface, or the kernel refuses.
    pub fn connect_storage(&mut self, interfaces: &[usize]) -> Result<Vec<Ipv4Addr>> {
        let namespace = Namespace::new()?;
        let [a, b, c] = RANGE;
        namespace.ip(&[
            format!("link add {STORAGE} type bridge mcast_snooping 0"),
            format!("addr add {}/24 dev {STORAGE}", Ipv4Addr::new(a, b, c, OWN)),
            format!("link set {STORAGE} up"),
        ])?;
        let mut addresses = Vec::new();
        for (number, place) in interfaces.iter().enumerate() {
            let interface = self.network.interfaces.get(*place);
            let interface =
                interface.ok_or_else(|| Error::Inside(format!("there is no interface {place}")))?;
            let host = self.host(interface)?;
            let address = Ipv4Addr::new(a, b, c, u8::try_from(number + 1).unwrap_or(OWN - 1));
            namespace.ip(&[
                format!(
                    "link add {} type veth peer name {STORAGE} netns {}",
                    cable(interface),
                    host.path()?
                ),
                format!("link set {} master {STORAGE} up", cable(interface)),
            ])?;
            host.ip(&[
                format!("addr add {address}/24 dev {STORAGE}"),
                format!("link set {STORAGE} up"),
            ])?;
            addresses.push(address);
        }
        self.storage = Some(Storage { namespace, interfaces: interfaces.to_vec() });
        Ok(addresses)
    }

    /// Where whoever looks after the cluster is.
    ///
    /// # Errors
    /// When there is no cluster.
    pub fn storage(&self) -> Result<&Namespace> {
        let storage = self.storage.as_ref().map(|storage| &storage.namespace);
        storage.ok_or_else(|| Error::Inside("no cluster is connected".to_owned()))
    }

    /// Takes the cables of everything in a zone away: packets vanish, and nobody is told.
    ///
    /// # Errors
    /// When the kernel refuses.
    pub fn cut(&self, zone: &str) -> Result<()> {
        self.unplug(|interface| self.network.subnets[interface.subnet].zone == zone)
    }

    /// Takes the cables of interfaces away.
    ///
    /// # Errors
    /// When the kernel refuses.
    pub fn unplug(&self, is_lost: impl Fn(&Interface) -> bool) -> Result<()> {
        let interfaces = self.network.interfaces.iter().enumerate();
        let lost: Vec<_> = interfaces.filter(|(_, interface)| is_lost(interface)).collect();
        let down = |interface| format!("link set {} down", cable(interface));
        self.router.ip(&lost.iter().map(|(_, interface)| down(interface)).collect::<Vec<_>>())?;
        let Some(storage) = &self.storage else { return Ok(()) };
        let connected = lost.iter().filter(|(place, _)| storage.interfaces.contains(place));
        storage.namespace.ip(&connected.map(|(_, interface)| down(interface)).collect::<Vec<_>>())
    }
}
