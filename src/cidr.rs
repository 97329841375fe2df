//! The address plan: the address range of each subnet of each availability zone.
//!
//! The VPC is cut into sixteenths. Three hold the application subnets, the next one the public
//! subnets, the next one the data subnets, and eleven stay free for growth. For 10.0.0.0/16:
//!
//! | zone | app | public | data |
//! |---|---|---|---|
//! | first | 10.0.0.0/20 | 10.0.48.0/24 | 10.0.64.0/24 |
//! | second | 10.0.16.0/20 | 10.0.49.0/24 | 10.0.65.0/24 |
//! | third | 10.0.32.0/20 | 10.0.50.0/24 | 10.0.66.0/24 |

mod zone;

pub use zone::{Zone, ZoneError};

use ipnet::Ipv4Net;
use thiserror::Error;

pub use verify::capacity::ZONE_COUNT;

/// Largest VPC. Source: Amazon VPC User Guide, "VPC CIDR blocks".
pub const LARGEST_VPC_PREFIX: u8 = 16;

/// Smallest VPC whose public subnets are still /27, which the load balancer needs.
/// Source: Elastic Load Balancing, "Availability Zones and Application Load Balancers".
pub const SMALLEST_VPC_PREFIX: u8 = 19;

/// Bits by which an application subnet is smaller than the VPC.
const APP_BITS: u8 = 4;
/// Bits by which a public or data subnet is smaller than the VPC.
const SMALL_BITS: u8 = 8;
/// Public or data subnets that fit into one sixteenth of the VPC.
const SMALL_PER_SIXTEENTH: usize = 1 << (SMALL_BITS - APP_BITS);
/// The sixteenths after the application subnets.
const PUBLIC_SIXTEENTH: usize = ZONE_COUNT;
const DATA_SIXTEENTH: usize = ZONE_COUNT + 1;

/// Address ranges that are not routed on the internet. Source: RFC 1918 and RFC 6598, as the VPC
/// User Guide lists them.
const PRIVATE: [([u8; 4], u8); 4] =
    [([10, 0, 0, 0], 8), ([172, 16, 0, 0], 12), ([192, 168, 0, 0], 16), ([100, 64, 0, 0], 10)];

/// Why no address plan can be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CidrError {
    /// The VPC is outside what AWS, or the load balancer in it, allows.
    #[error(
        "VPC {0} has a /{prefix}; allowed: /{LARGEST_VPC_PREFIX} (the largest AWS accepts) to \
         /{SMALLEST_VPC_PREFIX} \
         (below it the public subnets are smaller than the /27 a load balancer needs); for example \
         10.0.0.0/16",
        prefix = .0.prefix_len()
    )]
    Size(Ipv4Net),
    /// The address is not the first of its network.
    #[error("VPC {0} has host bits set; write the network address {network}", network = .0.trunc())]
    HostBits(Ipv4Net),
    /// The VPC would hide public addresses.
    #[error(
        "VPC {0} is not private, so it would hide the public addresses in it from the \
         application; allowed: a network within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or \
         100.64.0.0/10"
    )]
    Public(Ipv4Net),
    /// One zone is named more than once.
    #[error(
        "availability zone {0} is named twice; name three different ones, for example us-east-1a, \
         -1b and -1c"
    )]
    RepeatedZone(Zone),
}

/// The subnets of one availability zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZonePlan {
    zone: Zone,
    app: Ipv4Net,
    public: Ipv4Net,
    data: Ipv4Net,
}

impl ZonePlan {
    /// Subnet of tasks, functions and interface endpoints.
    pub fn app(&self) -> Ipv4Net {
        self.app
    }

    /// Subnet of the load balancer and the NAT gateway.
    pub fn public(&self) -> Ipv4Net {
        self.public
    }

    /// Subnet of the database.
    pub fn data(&self) -> Ipv4Net {
        self.data
    }

    /// The zone the subnets are in.
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// The zone's name, `us-east-1a`.
    pub fn name(&self) -> &'static str {
        self.zone.name()
    }

    /// The zone's letter, `a`.
    pub fn letter(&self) -> &'static str {
        self.zone.letter()
    }
}

/// A VPC and its subnets in three availability zones.
///
/// ```
/// use paytf::cidr::{CidrPlan, Zone};
/// let plan = CidrPlan::new("10.0.0.0/16".parse().expect("a network"), Zone::DEFAULT)?;
/// let app: Vec<_> = plan.zones().map(|zone| format!("{} {}", zone.name(), zone.app())).collect();
/// let expected = ["us-east-1a 10.0.0.0/20", "us-east-1b 10.0.16.0/20", "us-east-1c 10.0.32.0/20"];
/// assert_eq!(app, expected);
/// # Ok::<(), paytf::cidr::CidrError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CidrPlan {
    vpc: Ipv4Net,
    zones: [ZonePlan; ZONE_COUNT],
}

impl CidrPlan {
    /// Lays the subnets out; the place of a subnet depends on the place of its zone in `zones` and
    /// on nothing else.
    pub fn new(vpc: Ipv4Net, zones: [Zone; ZONE_COUNT]) -> Result<Self, CidrError> {
        check_vpc(vpc)?;
        check_zones(zones)?;
        Ok(Self { vpc, zones: std::array::from_fn(|place| zone_plan(vpc, zones[place], place)) })
    }

    /// The whole VPC.
    pub fn vpc(&self) -> Ipv4Net {
        self.vpc
    }

    /// The three zones, in order.
    pub fn zones(&self) -> impl Iterator<Item = &ZonePlan> {
        self.zones.iter()
    }
}

fn check_vpc(vpc: Ipv4Net) -> Result<(), CidrError> {
    let private = PRIVATE.map(|(address, prefix)| Ipv4Net::new_assert(address.into(), prefix));
    if !(LARGEST_VPC_PREFIX..=SMALLEST_VPC_PREFIX).contains(&vpc.prefix_len()) {
        Err(CidrError::Size(vpc))
    } else if vpc != vpc.trunc() {
        Err(CidrError::HostBits(vpc))
    } else if !private.iter().any(|range| range.contains(&vpc)) {
        Err(CidrError::Public(vpc))
    } else {
        Ok(())
    }
}

fn check_zones(zones: [Zone; ZONE_COUNT]) -> Result<(), CidrError> {
    let repeated = (1..ZONE_COUNT).find(|&place| zones[..place].contains(&zones[place]));
    repeated.map_or(Ok(()), |place| Err(CidrError::RepeatedZone(zones[place])))
}

fn zone_plan(vpc: Ipv4Net, zone: Zone, place: usize) -> ZonePlan {
    ZonePlan {
        zone,
        app: nth_subnet(vpc, APP_BITS, place),
        public: nth_subnet(vpc, SMALL_BITS, PUBLIC_SIXTEENTH * SMALL_PER_SIXTEENTH + place),
        data: nth_subnet(vpc, SMALL_BITS, DATA_SIXTEENTH * SMALL_PER_SIXTEENTH + place),
    }
}

fn nth_subnet(vpc: Ipv4Net, bits: u8, n: usize) -> Ipv4Net {
    let mut subnets =
        vpc.subnets(vpc.prefix_len() + bits).expect("a checked VPC has room for its subnets");
    subnets.nth(n).expect("the plan uses five of sixteen parts")
}

#[cfg(test)]
mod tests;
