//! Network ACLs and the subnets they are associated with.

use verify::{AttributePath, Planned, Resource};

use super::protocol::protocol;
use super::{ACLS, Reader, SUBNETS, at, blocks, known, linked, one, range};
use crate::Result;
use crate::network::{Acl, AclEntry, Protocol};

/// Every ACL, and that of each subnet.
pub struct Acls {
    pub all: Vec<Acl>,
    pub of_subnet: Vec<usize>,
}

impl<'a> Reader<'a> {
    /// A subnet has the ACL that is associated with it, or else the default one of the VPC.
    /// Source: Amazon VPC User Guide, "Network ACL basics".
    pub fn acls(&self) -> Result<Acls> {
        let resources: Vec<_> = self.inventory.all_of(&ACLS).collect();
        let mut all = Vec::new();
        for acl in &resources {
            all.push(Acl { address: acl.address().to_owned(), entries: self.entries(*acl)? });
        }
        let adopted = resources.iter().position(|acl| acl.kind() == "aws_default_network_acl");
        let default = adopted.unwrap_or_else(|| {
            all.push(untouched());
            all.len() - 1
        });
        let mut of_subnet = vec![default; self.subnets.len()];
        for (place, acl) in resources.iter().enumerate() {
            for subnet in linked(&acl.at("subnet_ids"), &SUBNETS)? {
                of_subnet[self.subnet(subnet)?] = place;
            }
        }
        for association in self.inventory.all("aws_network_acl_association") {
            let (acl, subnet) = (
                one(&association.at("network_acl_id"), &ACLS)?,
                one(&association.at("subnet_id"), &SUBNETS)?,
            );
            if let (Some(acl), Some(subnet)) = (acl, subnet) {
                of_subnet[self.subnet(subnet)?] =
                    resources.iter().position(|one| *one == acl).unwrap_or(default);
            }
        }
        Ok(Acls { all, of_subnet })
    }

    fn entries(&self, acl: Resource<'a>) -> Result<Vec<AclEntry>> {
        let mut entries = Vec::new();
        for (name, egress) in [("ingress", false), ("egress", true)] {
            for block in blocks(acl, name)? {
                entries.extend(entry(&block, egress, ["rule_no", "action"])?);
            }
        }
        for rule in self.inventory.all("aws_network_acl_rule") {
            if one(&rule.at("network_acl_id"), &ACLS)? == Some(acl) {
                let egress = rule.at("egress").bool().known().unwrap_or(false);
                entries.extend(entry(&rule.root(), egress, ["rule_number", "rule_action"])?);
            }
        }
        entries.sort_by_key(|entry| entry.number);
        Ok(entries)
    }
}

/// One entry; none where it is for IPv6.
fn entry(
    block: &AttributePath,
    egress: bool,
    [number, action]: [&str; 2],
) -> Result<Option<AclEntry>> {
    let (v4, number) = (block.at("cidr_block"), block.at(number));
    if v4.string() == Planned::Absent {
        return Ok(None);
    }
    let is_number = number.number().known().filter(|number| (1.0..=32_766.0).contains(number));
    Ok(Some(AclEntry {
        number: is_number.ok_or_else(|| at(&number, "is no number of an entry".to_owned()))? as u32,
        egress,
        allows: known(&block.at(action))?.eq_ignore_ascii_case("allow"),
        protocol: protocol(block, "protocol")?,
        range: range(&v4)?,
    }))
}

/// The default ACL as AWS makes it with the VPC: it allows all, both ways. One that Terraform
/// adopts has what is written. Source: Amazon VPC User Guide, "Default network ACL"; AWS provider,
/// `aws_default_network_acl`.
fn untouched() -> Acl {
    let allow = |egress| AclEntry {
        number: 100,
        egress,
        allows: true,
        protocol: Protocol::All,
        range: Default::default(),
    };
    Acl {
        address: "the default network ACL".to_owned(),
        entries: [false, true].map(allow).to_vec(),
    }
}
