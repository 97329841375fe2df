//! Security groups with their rules, in each of the provider's notations.

use ipnet::Ipv4Net;
use verify::{AttributePath, Planned, Resource};

use super::protocol::protocol;
use super::{GROUPS, Reader, at, blocks, is_gateway_endpoint, known, one, range, ranges};
use crate::network::{Group, GroupRule, Peer, Protocol};
use crate::{Error, Result};

/// The default security group as AWS makes it with the VPC.
pub const DEFAULT: &str = "the default security group";

impl<'a> Reader<'a> {
    /// Every group, and last the default one of the VPC where it is not adopted.
    ///
    /// Terraform removes the rule for all that goes out which AWS makes with a group, so a group
    /// has the rules that are written. Source: AWS provider, `aws_security_group`.
    pub fn rules(&self) -> Result<Vec<Group>> {
        let mut all = Vec::new();
        for (place, group) in self.groups.iter().enumerate() {
            all.push(Group {
                address: group.address().to_owned(),
                rules: self.rules_of(*group, place)?,
            });
        }
        if self.default_group() == all.len() {
            all.push(untouched(all.len()));
        }
        Ok(all)
    }

    /// The place of the default group of the VPC.
    pub fn default_group(&self) -> usize {
        let adopted =
            self.groups.iter().position(|group| group.kind() == "aws_default_security_group");
        adopted.unwrap_or(self.groups.len())
    }

    fn rules_of(&self, group: Resource<'a>, own: usize) -> Result<Vec<GroupRule>> {
        let mut rules = Vec::new();
        for (name, egress) in [("ingress", false), ("egress", true)] {
            for block in blocks(group, name)? {
                rules.extend(self.rule(&block, egress, own, "security_groups")?);
            }
        }
        for rule in self.inventory.all("aws_security_group_rule") {
            if one(&rule.at("security_group_id"), &GROUPS)? == Some(group) {
                let egress = known(&rule.at("type"))? == "egress";
                rules.extend(self.rule(&rule.root(), egress, own, "source_security_group_id")?);
            }
        }
        let single = [
            ("aws_vpc_security_group_ingress_rule", false),
            ("aws_vpc_security_group_egress_rule", true),
        ];
        for (kind, egress) in single {
            for rule in self.inventory.all(kind) {
                if one(&rule.at("security_group_id"), &GROUPS)? == Some(group) {
                    rules.extend(self.single_rule(rule, egress)?);
                }
            }
        }
        Ok(rules)
    }

    /// The rules of a block or of an `aws_security_group_rule`: one for each other side.
    fn rule(
        &self,
        block: &AttributePath<'a>,
        egress: bool,
        own: usize,
        groups: &str,
    ) -> Result<Vec<GroupRule>> {
        let mut peers: Vec<_> =
            ranges(&block.at("cidr_blocks"))?.into_iter().map(Peer::Range).collect();
        peers.extend(self.groups_at(&block.at(groups))?.into_iter().map(Peer::Group));
        if block.at("self").bool() == Planned::Known(true) {
            peers.push(Peer::Group(own));
        }
        for list in block.at("prefix_list_ids").items() {
            peers.extend(self.prefix_list(&list)?);
        }
        let protocol = protocol(block, "protocol")?;
        Ok(peers.into_iter().map(|peer| GroupRule { egress, protocol, peer }).collect())
    }

    fn single_rule(&self, rule: Resource<'a>, egress: bool) -> Result<Vec<GroupRule>> {
        let root = rule.root();
        let mut peers: Vec<_> =
            ranges(&root.at("cidr_ipv4"))?.into_iter().map(Peer::Range).collect();
        peers.extend(
            self.groups_at(&root.at("referenced_security_group_id"))?.into_iter().map(Peer::Group),
        );
        let list = root.at("prefix_list_id");
        if list.string().is_set() {
            peers.extend(self.prefix_list(&list)?);
        }
        let protocol = protocol(&root, "ip_protocol")?;
        Ok(peers.into_iter().map(|peer| GroupRule { egress, protocol, peer }).collect())
    }

    /// A list of ranges: that of a gateway endpoint's service, or one that the plan has.
    fn prefix_list(&self, place: &AttributePath<'a>) -> Result<Vec<Peer>> {
        let Some(list) = one(place, &["aws_vpc_endpoint", "aws_ec2_managed_prefix_list"])? else {
            return Ok(Vec::new());
        };
        if list.kind() == "aws_ec2_managed_prefix_list" {
            let ranges = list
                .at("entry")
                .items()
                .into_iter()
                .map(|entry| range(&entry.at("cidr")).map(Peer::Range));
            return ranges.collect();
        }
        let name = known(&list.at("service_name"))?;
        let service = self.services.iter().position(|service| service.name == name);
        match service.filter(|_| is_gateway_endpoint(&list)) {
            Some(service) => Ok(vec![Peer::Service(service)]),
            None => Err(at(place, "an interface endpoint has no prefix list".to_owned())),
        }
    }

    /// The groups that an argument of a resource names, or the default one where it names none.
    /// Source: Amazon VPC User Guide, "Default security groups".
    pub fn guarding(&self, place: &AttributePath<'a>) -> Result<Vec<usize>> {
        let mut named = self.groups_at(place)?;
        if named.is_empty() && place.has_unknown() && place.is_written() {
            return Err(Error::plan(
                place.resource().address(),
                "its security groups are not known",
            ));
        }
        if named.is_empty() {
            named.push(self.default_group());
        }
        named.sort_unstable();
        named.dedup();
        Ok(named)
    }
}

/// What AWS makes with the VPC lets in what has the same group, and lets everything out.
/// Source: Amazon VPC User Guide, "Default security groups".
fn untouched(own: usize) -> Group {
    let rules = [(false, Peer::Group(own)), (true, Peer::Range(Ipv4Net::default()))];
    let rules = rules.map(|(egress, peer)| GroupRule { egress, protocol: Protocol::All, peer });
    Group { address: DEFAULT.to_owned(), rules: rules.to_vec() }
}
