//! The network's rules as nftables, which the kernel applies.

use std::fmt::Write as _;

use super::network::{HOSTS, LISTED, Other, Small, address};

/// The security groups of a host, which remember connections.
pub fn host_rules(small: &Small, host: usize) -> String {
    let mut text = String::from("flush ruleset\ntable inet fabric {\n");
    for egress in [false, true] {
        let (hook, side) = if egress { ("output", "daddr") } else { ("input", "saddr") };
        let _ = writeln!(
            text,
            "chain {hook} {{ type filter hook {hook} priority 0; policy drop;\nct state \
             established,related accept\nmeta l4proto ipv6-icmp accept"
        );
        for rule in
            small.rules.iter().filter(|rule| rule.egress == egress && rule.group == HOSTS[host].3)
        {
            let members = |group: &str| {
                let members: Vec<_> = (0..HOSTS.len())
                    .filter(|one| HOSTS[*one].3 == group)
                    .map(|one| address(one).to_string())
                    .collect();
                format!("ip6 {side} {{ {} }} ", members.join(", "))
            };
            let other = match rule.other {
                Other::Range("::/0") => "meta nfproto ipv6 ".to_owned(),
                Other::Range(range) if range.contains(':') => format!("ip6 {side} {range} "),
                Other::Range(_) => "meta nfproto ipv4 ".to_owned(),
                Other::Group(group) => members(group),
                Other::Itself => members(rule.group),
                Other::List => format!("ip6 {side} {LISTED} "),
            };
            let _ = writeln!(text, "{other}{}accept", of_protocol(rule.protocol, rule.ports));
        }
        text += "}\n";
    }
    text + "}\n"
}

/// The ACL of the second subnet, at the router, which remembers nothing.
pub fn router_rules(small: &Small) -> String {
    let mut text = String::from("flush ruleset\ntable inet fabric {\n");
    for egress in [false, true] {
        let (chain, side) = if egress { ("leaves", "daddr") } else { ("enters", "saddr") };
        let _ = writeln!(text, "chain {chain} {{");
        let mut entries: Vec<_> =
            small.entries.iter().filter(|entry| entry.egress == egress).collect();
        entries.sort_by_key(|entry| entry.number);
        for entry in entries {
            let range = match entry.range {
                "::/0" => "meta nfproto ipv6 ".to_owned(),
                range if range.contains(':') => format!("ip6 {side} {range} "),
                _ => "meta nfproto ipv4 ".to_owned(),
            };
            let verdict = if entry.allows { "return" } else { "drop" };
            let _ = writeln!(text, "{range}{}{verdict}", of_protocol(entry.protocol, entry.ports));
        }
        text += "drop\n}\n";
    }
    text + "chain forward { type filter hook forward priority 0; policy accept;\niifname s1 \
            oifname s0 jump leaves\niifname s0 oifname s1 jump enters\n}\n}\n"
}

fn of_protocol(protocol: &str, (from, to): (u16, u16)) -> String {
    if protocol == "-1" { String::new() } else { format!("{protocol} dport {from}-{to} ") }
}
