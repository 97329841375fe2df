//! The network as Terraform's configuration, which `verify` reads.

use std::fmt::Write as _;

use super::network::{Entry, HOSTS, LISTED, Notation, Other, Rule, SUBNETS, Small, V4};

/// Of a network.
pub fn configuration(small: &Small) -> String {
    let mut text = String::from(
        "resource \"aws_vpc\" \"main\" {\n  cidr_block = \"10.8.0.0/16\"\n  ipv6_cidr_block = \
         \"2600:1f18:aaaa::/56\"\n}\n",
    );
    for place in 0..SUBNETS.len() {
        let (v4, v6) = (V4[place], SUBNETS[place]);
        let _ = writeln!(
            text,
            "resource \"aws_subnet\" \"s{place}\" {{\n  vpc_id = aws_vpc.main.id\n  \
             availability_zone = \"us-east-1a\"\n  cidr_block = \"{v4}\"\n  ipv6_cidr_block = \
             \"{v6}\"\n}}"
        );
    }
    for (name, subnet, last, group) in HOSTS {
        let _ = writeln!(
            text,
            "resource \"aws_instance\" \"{name}\" {{\n  ami = \"ami-1\"\n  instance_type = \
             \"m7g.large\"\n  subnet_id = aws_subnet.s{subnet}.id\n  ipv6_addresses = \
             [\"2600:1f18:aaaa:{}::{last:x}\"]\n  vpc_security_group_ids = \
             [aws_security_group.{group}.id]\n}}",
            subnet + 1
        );
    }
    let _ = writeln!(
        text,
        "resource \"aws_ec2_managed_prefix_list\" \"listed\" {{\n  name = \"listed\"\n  \
         address_family = \"IPv6\"\n  max_entries = 1\n  entry {{\n    cidr = \"{LISTED}\"\n  \
         }}\n}}"
    );
    for group in ["callers", "servers", "others"] {
        let _ = writeln!(
            text,
            "resource \"aws_security_group\" \"{group}\" {{\n  vpc_id = aws_vpc.main.id\n  name = \
             \"{group}\""
        );
        for rule in small
            .rules
            .iter()
            .filter(|rule| rule.group == group && rule.notation == Notation::Block)
        {
            let name = if rule.egress { "egress" } else { "ingress" };
            let _ = writeln!(text, "  {name} {{\n{}  }}", arguments(rule));
        }
        text += "}\n";
    }
    for (place, rule) in small.rules.iter().enumerate() {
        let way = if rule.egress { "egress" } else { "ingress" };
        let _ = match rule.notation {
            Notation::Block => Ok(()),
            Notation::Rule => writeln!(
                text,
                "resource \"aws_security_group_rule\" \"r{place}\" {{\n  security_group_id = \
                 aws_security_group.{}.id\n  type = \"{way}\"\n{}}}",
                rule.group,
                arguments(rule)
            ),
            Notation::Single => writeln!(
                text,
                "resource \"aws_vpc_security_group_{way}_rule\" \"r{place}\" {{\n  \
                 security_group_id = aws_security_group.{}.id\n{}}}",
                rule.group,
                arguments(rule)
            ),
        };
    }
    text += "resource \"aws_network_acl\" \"s1\" {\n  vpc_id = aws_vpc.main.id\n  subnet_ids = \
             [aws_subnet.s1.id]\n}\n";
    for (place, entry) in small.entries.iter().enumerate() {
        let Entry { number, egress, allows, protocol, ports: (from, to), range } = entry;
        let argument = if range.contains(':') { "ipv6_cidr_block" } else { "cidr_block" };
        let action = if *allows { "allow" } else { "deny" };
        let _ = writeln!(
            text,
            "resource \"aws_network_acl_rule\" \"e{place}\" {{\n  network_acl_id = \
             aws_network_acl.s1.id\n  rule_number = {number}\n  egress = {egress}\n  rule_action \
             = \"{action}\"\n  protocol = \"{protocol}\"\n  from_port = {from}\n  to_port = \
             {to}\n  {argument} = \"{range}\"\n}}"
        );
    }
    text
}

fn arguments(rule: &Rule) -> String {
    let is_single = rule.notation == Notation::Single;
    let protocol = if is_single { "ip_protocol" } else { "protocol" };
    let (from, to) = rule.ports;
    let ports = if rule.protocol == "-1" && is_single {
        String::new()
    } else {
        format!("    from_port = {from}\n    to_port = {to}\n")
    };
    let other = match (rule.other, rule.notation) {
        (Other::Range(range), Notation::Single) if range.contains(':') => {
            format!("cidr_ipv6 = \"{range}\"")
        }
        (Other::Range(range), Notation::Single) => format!("cidr_ipv4 = \"{range}\""),
        (Other::Range(range), _) if range.contains(':') => {
            format!("ipv6_cidr_blocks = [\"{range}\"]")
        }
        (Other::Range(range), _) => format!("cidr_blocks = [\"{range}\"]"),
        (Other::Group(group), Notation::Block) => {
            format!("security_groups = [aws_security_group.{group}.id]")
        }
        (Other::Group(group), Notation::Rule) => {
            format!("source_security_group_id = aws_security_group.{group}.id")
        }
        (Other::Group(group), Notation::Single) => {
            format!("referenced_security_group_id = aws_security_group.{group}.id")
        }
        (Other::Itself, _) => "self = true".to_owned(),
        (Other::List, Notation::Single) => {
            "prefix_list_id = aws_ec2_managed_prefix_list.listed.id".to_owned()
        }
        (Other::List, _) => "prefix_list_ids = [aws_ec2_managed_prefix_list.listed.id]".to_owned(),
    };
    format!("    {protocol} = \"{}\"\n{ports}    {other}\n", rule.protocol)
}
