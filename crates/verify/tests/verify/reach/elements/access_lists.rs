//! Network ACLs: their order, and the ports of answers.

use super::{INWARD, NAT, OUT, OUT_OF_PUBLIC, TO_DATA, answer, expect};

/// An ACL of a subnet: entries as `in 100 allow 5432-5432 10.0.1.0/24`.
fn acl(subnet: &str, entries: &[&str]) -> String {
    let mut text = format!(
        "resource \"aws_network_acl\" \"{subnet}\" {{\n  vpc_id = aws_vpc.main.id\n  subnet_ids = \
         [aws_subnet.{subnet}.id]\n"
    );
    for entry in entries {
        let parts: Vec<_> = entry.split(' ').collect();
        let [way, number, action, ports, range] = parts[..] else { panic!("{entry}") };
        let (way, (from, to)) =
            (if way == "in" { "ingress" } else { "egress" }, ports.split_once('-').unwrap());
        let (protocol, from, to) =
            if ports == "0-0" { ("-1", "0", "0") } else { ("tcp", from, to) };
        let range = match range.contains("::") {
            true => format!("ipv6_cidr_block = \"{range}\""),
            false => format!("cidr_block = \"{range}\""),
        };
        text += &format!(
            "  {way} {{\n    rule_no = {number}\n    action = \"{action}\"\n    protocol = \
             \"{protocol}\"\n    from_port = {from}\n    to_port = {to}\n    {range}\n  }}\n"
        );
    }
    text + "}\n"
}

const ALL_IN: &str = "in 100 allow 0-0 0.0.0.0/0";
const ALL_OUT: &str = "out 100 allow 0-0 0.0.0.0/0";

#[test]
fn the_entry_of_an_acl_with_the_lowest_number_decides_and_what_fits_none_is_denied() {
    let of = |entries: &[&str]| answer(&acl("data", entries), TO_DATA);
    let (allow, deny) = ("in 100 allow 5432-5432 10.0.1.0/24", "allow 0-0 0.0.0.0/0");
    assert_eq!(of(&[allow, "in 200 deny 0-0 0.0.0.0/0", ALL_OUT]), "open");
    assert_eq!(of(&[allow, "in 50 deny 0-0 0.0.0.0/0", ALL_OUT]), "blocked");
    assert_eq!(of(&["in 100 allow 443-443 0.0.0.0/0", ALL_OUT]), "blocked");
    assert_eq!(of(&[&format!("in 100 {deny}"), ALL_OUT]), "open");
    // What is for the other family of addresses is not for this one.
    assert_eq!(of(&["in 100 allow 0-0 ::/0", ALL_OUT]), "blocked");
}

#[test]
fn answers_need_the_ports_that_their_caller_calls_from() {
    let of = |answers: &str, from| {
        answer(&acl("data", &[ALL_IN, answers]), (from, "aws_instance.data", 5432))
    };
    for (from, narrow) in [("aws_instance.app", "open"), ("aws_lb.main", "blocked")] {
        assert_eq!(of("out 100 allow 443-443 0.0.0.0/0", from), "blocked");
        assert_eq!(of("out 100 allow 32768-60999 0.0.0.0/0", from), narrow);
        assert_eq!(of("out 100 allow 1024-65535 0.0.0.0/0", from), "open");
    }
    let public = |entries: &[&str]| acl("public", entries);
    let https = "out 100 allow 443-443 0.0.0.0/0";
    expect(&[
        (&public(&["in 100 allow 32768-60999 0.0.0.0/0", https]), OUT_OF_PUBLIC, "open"),
        (&public(&["in 100 allow 443-443 0.0.0.0/0", https]), OUT_OF_PUBLIC, "blocked"),
        (
            &public(&["in 100 allow 22-22 0.0.0.0/0", "out 100 allow 32768-65535 0.0.0.0/0"]),
            INWARD,
            "blocked",
        ),
    ]);
    // The group lets nobody in from there.
    let ssh = r#"
resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = aws_security_group.app.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = "0.0.0.0/0"
}
"#;
    let inward = |answers: &str| {
        answer(&(ssh.to_owned() + &public(&["in 100 allow 22-22 0.0.0.0/0", answers])), INWARD)
    };
    assert_eq!(inward("out 100 allow 32768-65535 0.0.0.0/0"), "open");
    assert_eq!(inward("out 100 allow 32768-60999 0.0.0.0/0"), "blocked");
}

#[test]
fn a_nat_gateway_needs_a_way_out_and_an_acl_that_lets_through_what_it_sends_and_gets() {
    let with = |entries: &[&str]| format!("{NAT}{}", acl("public", entries));
    let inside = NAT.replace("= aws_subnet.public.id", "= aws_subnet.data.id");
    let (https_in, https_out) =
        ("in 90 allow 443-443 10.0.0.0/16", "out 90 allow 443-443 0.0.0.0/0");
    let (to_gateway, to_app) =
        ("in 100 allow 1024-65535 0.0.0.0/0", "out 100 allow 32768-60999 10.0.1.0/24");
    expect(&[
        ("", OUT, "blocked"),
        (NAT, OUT, "open"),
        (&inside, OUT, "blocked"),
        (&with(&[https_in, https_out, to_gateway, to_app]), OUT, "open"),
        (&with(&[https_out, to_gateway, to_app]), OUT, "blocked"),
        (&with(&[https_in, to_gateway, to_app]), OUT, "blocked"),
        (&with(&[https_in, https_out, to_app]), OUT, "blocked"),
        (
            &with(&[https_in, https_out, "in 100 allow 32768-60999 0.0.0.0/0", to_app]),
            OUT,
            "blocked",
        ),
        (&with(&[https_in, https_out, to_gateway]), OUT, "blocked"),
    ]);
}
