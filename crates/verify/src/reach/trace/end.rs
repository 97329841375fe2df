//! [`End`]: one end of a connection.

use std::net::IpAddr;

use crate::reach::interface::Interface;
use crate::reach::network::Ground;

/// One end of a connection at one place.
#[derive(Debug, Clone, Copy, Default)]
pub struct End<'n, 'a> {
    /// The interface, where it is one of the plan's.
    pub interface: Option<&'n Interface<'a>>,
    /// The subnet; None outside of the plan's networks.
    pub ground: Option<&'n Ground<'a>>,
    /// The address, where it is known.
    pub address: Option<IpAddr>,
    /// The AWS service that it is one of.
    pub service: Option<&'static str>,
    /// The node of a load balancer that it comes through, with its own address.
    pub through: Option<&'n Interface<'a>>,
}
