//! Each element that decides who reaches whom decides it: in a small network in which everything
//! else is open, it lets something through, and with one thing less it does not.

use verify::reach::{Family, Network, Peer, Protocol, Reach};

use super::inventory;

/// Beside the network that all tests have: machines in three subnets, each with a group of its own
/// that lets everything out.
const MACHINES: &str = r#"
resource "aws_subnet" "data" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1a"
  cidr_block        = "10.0.2.0/24"
}
resource "aws_security_group" "app" {
  vpc_id = aws_vpc.main.id
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_instance" "app" {
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.app.id]
}
resource "aws_instance" "data" {
  subnet_id              = aws_subnet.data.id
  vpc_security_group_ids = [aws_security_group.open.id]
}
resource "aws_instance" "public" {
  subnet_id                   = aws_subnet.public.id
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.app.id, aws_security_group.open.id]
}
resource "aws_lb" "main" {
  subnets         = [aws_subnet.public.id]
  security_groups = [aws_security_group.app.id]
}
"#;

/// What is asked: from whom, to whom, and on which port of TCP.
type Question<'q> = (&'q str, &'q str, u16);

const TO_DATA: Question = ("aws_instance.app", "aws_instance.data", 5432);
const OUT: Question = ("aws_instance.app", "203.0.113.7", 443);
const OUT_OF_PUBLIC: Question = ("aws_instance.public", "203.0.113.7", 443);
const INWARD: Question = ("internet", "aws_instance.public", 22);

fn answer(more: &str, (from, to, port): Question) -> &'static str {
    let inventory = inventory(&format!("{MACHINES}{more}"));
    let network = Network::of(&inventory);
    let peer = |name: &str| match name {
        "internet" => Peer::Internet,
        "s3" => Peer::Service("s3"),
        "sqs" => Peer::Service("sqs"),
        address if address.parse::<std::net::IpAddr>().is_ok() => {
            Peer::Address(address.parse().unwrap())
        }
        address => {
            let mut all = network.interfaces().iter();
            let own = all.find(|interface| interface.resource.address() == address);
            Peer::Interface(own.unwrap_or_else(|| panic!("{address} has no interface")).id)
        }
    };
    network.probe(peer(from), peer(to), Protocol::Tcp, port).word()
}

fn expect(cases: &[(&str, Question, &str)]) {
    for (more, question, expected) in cases {
        assert_eq!(answer(more, *question), *expected, "{question:?} with {more}");
    }
}

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

/// A NAT gateway, and a way to it from the private subnet.
const NAT: &str = r#"
resource "aws_eip" "nat" {}
resource "aws_nat_gateway" "main" {
  subnet_id     = aws_subnet.public.id
  allocation_id = aws_eip.nat.id
}
resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.main.id
  }
}
resource "aws_route_table_association" "private" {
  subnet_id      = aws_subnet.private.id
  route_table_id = aws_route_table.private.id
}
"#;

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

#[test]
fn the_most_specific_route_is_taken_and_an_internet_gateway_takes_public_addresses_only() {
    let peering = r#"
resource "aws_vpc_peering_connection" "other" {
  vpc_id      = aws_vpc.main.id
  peer_vpc_id = "vpc-0123456789abcdef0"
}
resource "aws_route" "other" {
  route_table_id            = aws_route_table.public.id
  destination_cidr_block    = "203.0.113.0/24"
  vpc_peering_connection_id = aws_vpc_peering_connection.other.id
}
"#;
    let other = ("aws_instance.public", "198.51.100.7", 443);
    let from_balancer = ("aws_instance.hidden", "203.0.113.7", 443);
    let hidden = r#"
resource "aws_instance" "hidden" {
  subnet_id                   = aws_subnet.public.id
  associate_public_ip_address = false
  vpc_security_group_ids      = [aws_security_group.open.id]
}
"#;
    expect(&[
        ("", OUT_OF_PUBLIC, "open"),
        (peering, OUT_OF_PUBLIC, "unknown"),
        (peering, other, "open"),
        (hidden, from_balancer, "blocked"),
        (hidden, ("internet", "aws_instance.hidden", 22), "blocked"),
    ]);
}

#[test]
fn a_prefix_list_stands_for_its_service_or_its_ranges_in_routes_and_in_rules() {
    let lists = r#"
data "aws_prefix_list" "s3" {
  name = "com.amazonaws.us-east-1.s3"
}
resource "aws_ec2_managed_prefix_list" "partner" {
  name           = "partner"
  address_family = "IPv4"
  max_entries    = 1
  entry {
    cidr = "198.51.100.0/24"
  }
}
resource "aws_security_group" "narrow" {
  vpc_id = aws_vpc.main.id
  egress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    prefix_list_ids = [data.aws_prefix_list.s3.id, aws_ec2_managed_prefix_list.partner.id]
  }
}
resource "aws_instance" "narrow" {
  subnet_id                   = aws_subnet.public.id
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.narrow.id]
}
resource "aws_subnet" "routed" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1a"
  cidr_block        = "10.0.3.0/24"
}
resource "aws_instance" "routed" {
  subnet_id                   = aws_subnet.routed.id
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.app.id]
}
resource "aws_route_table" "routed" {
  vpc_id = aws_vpc.main.id
  route {
    destination_prefix_list_id = aws_ec2_managed_prefix_list.partner.id
    gateway_id                 = aws_internet_gateway.main.id
  }
  route {
    destination_prefix_list_id = data.aws_prefix_list.s3.id
    gateway_id                 = aws_internet_gateway.main.id
  }
}
resource "aws_route_table_association" "routed" {
  subnet_id      = aws_subnet.routed.id
  route_table_id = aws_route_table.routed.id
}
"#;
    for from in ["aws_instance.narrow", "aws_instance.routed"] {
        expect(&[
            (lists, (from, "198.51.100.7", 443), "open"),
            (lists, (from, "203.0.113.7", 443), "blocked"),
            (lists, (from, "s3", 443), "open"),
            (lists, (from, "sqs", 443), "blocked"),
        ]);
    }
}

#[test]
fn a_rule_lets_in_the_members_of_a_group_or_of_its_own_in_each_notation() {
    let data = |rule: &str, others: &str| {
        format!(
            r#"
resource "aws_security_group" "data" {{
  vpc_id = aws_vpc.main.id
  {rule}
}}
resource "aws_instance" "own" {{
  subnet_id              = aws_subnet.data.id
  vpc_security_group_ids = [aws_security_group.data.id]
}}
resource "aws_instance" "member" {{
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.data.id, aws_security_group.app.id]
}}
{others}"#
        )
    };
    let inline = |whom: &str| {
        let rule = format!(
            "ingress {{\n from_port = 5432\n to_port = 5432\n protocol = \"tcp\"\n {whom}\n }}"
        );
        data(&rule, "")
    };
    let of_kind = |kind: &str, whom: &str| {
        let port = "from_port = 5432\n to_port = 5432\n security_group_id = \
                    aws_security_group.data.id";
        data("", &format!("resource \"{kind}\" \"in\" {{\n {port}\n {whom}\n}}\n"))
    };
    let old = |whom: &str| {
        let whom = format!("type = \"ingress\"\n protocol = \"tcp\"\n {whom}");
        of_kind("aws_security_group_rule", &whom)
    };
    let new = |whom: &str| {
        let whom = format!("ip_protocol = \"tcp\"\n {whom}");
        of_kind("aws_vpc_security_group_ingress_rule", &whom)
    };
    let (app, member) = (
        ("aws_instance.app", "aws_instance.own", 5432),
        ("aws_instance.member", "aws_instance.own", 5432),
    );
    let by_reference = [
        inline("security_groups = [aws_security_group.app.id]"),
        old("source_security_group_id = aws_security_group.app.id"),
        new("referenced_security_group_id = aws_security_group.app.id"),
    ];
    for config in &by_reference {
        let public = ("aws_instance.data", "aws_instance.own", 5432);
        expect(&[(config, app, "open"), (config, public, "blocked")]);
    }
    for config in [inline("self = true"), old("self = true")] {
        expect(&[(&config, member, "open"), (&config, app, "blocked")]);
    }
    for config in [
        inline("cidr_blocks = [\"10.0.1.0/24\"]"),
        old("cidr_blocks = [\"10.0.1.0/24\"]"),
        new("cidr_ipv4 = \"10.0.1.0/24\""),
    ] {
        let public = ("aws_instance.public", "aws_instance.own", 5432);
        expect(&[(&config, app, "open"), (&config, public, "blocked")]);
    }
}

#[test]
fn without_a_group_the_default_one_lets_in_its_own_members_only() {
    let more = r#"
resource "aws_instance" "one" {
  subnet_id = aws_subnet.data.id
}
resource "aws_instance" "two" {
  subnet_id = aws_subnet.private.id
}
"#;
    expect(&[
        (more, ("aws_instance.two", "aws_instance.one", 5432), "open"),
        (more, ("aws_instance.app", "aws_instance.one", 5432), "blocked"),
    ]);
}

#[test]
fn a_route_that_inspects_what_stays_inside_is_not_followed() {
    let more = r#"
resource "aws_networkfirewall_firewall" "main" {
  name                = "main"
  firewall_policy_arn = "arn:aws:network-firewall:us-east-1:111122223333:firewall-policy/main"
  vpc_id              = aws_vpc.main.id
  subnet_mapping {
    subnet_id = aws_subnet.public.id
  }
}
resource "aws_route_table" "app" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block      = "10.0.2.0/24"
    vpc_endpoint_id = "vpce-0123456789abcdef0"
  }
}
resource "aws_route_table_association" "app" {
  subnet_id      = aws_subnet.private.id
  route_table_id = aws_route_table.app.id
}
"#;
    expect(&[("", TO_DATA, "open"), (more, TO_DATA, "unknown")]);
}

#[test]
fn what_has_no_address_of_ipv6_does_not_connect_over_it() {
    let of = |argument: &str| {
        let more = format!(
            r#"
resource "aws_route" "v6" {{
  route_table_id              = aws_route_table.public.id
  destination_ipv6_cidr_block = "::/0"
  gateway_id                  = aws_internet_gateway.main.id
}}
resource "aws_security_group" "v6" {{
  vpc_id = aws_vpc.main.id
  egress {{
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    ipv6_cidr_blocks = ["::/0"]
  }}
}}
resource "aws_instance" "v6" {{
  subnet_id              = aws_subnet.public.id
  vpc_security_group_ids = [aws_security_group.v6.id]
  {argument}
}}
"#
        );
        let inventory = inventory(&more);
        let network = Network::of(&inventory);
        let own = Peer::Interface(network.interfaces()[0].id);
        network.probe_over(Family::V6, own, Peer::InternetV6, Protocol::Tcp, 443).word()
    };
    assert_eq!(of("ipv6_address_count = 1"), "open");
    assert_eq!(of("ipv6_address_count = 0"), "blocked");
}

#[test]
fn who_is_left_loses_the_way_through_a_gateway_in_the_lost_zone() {
    let far = r#"
resource "aws_subnet" "far" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1b"
  cidr_block        = "10.0.4.0/24"
}
resource "aws_route_table_association" "far" {
  subnet_id      = aws_subnet.far.id
  route_table_id = aws_route_table.private.id
}
resource "aws_iam_role" "far" {
  assume_role_policy = "{}"
}
resource "aws_iam_role_policy" "far" {
  role   = aws_iam_role.far.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "s3:GetObject", Resource = "*" }
  ] })
}
resource "aws_lambda_function" "far" {
  function_name = "far"
  role          = aws_iam_role.far.arn
  vpc_config {
    subnet_ids         = [aws_subnet.far.id]
    security_group_ids = [aws_security_group.app.id]
  }
}
"#;
    let inventory = inventory(&format!("{MACHINES}{NAT}{far}"));
    let reach = Reach::of(&inventory);
    let severed = |zone: &str| {
        let all = reach.severed(&[zone]).into_iter();
        all.map(|severed| (severed.flow.to_string(), severed.is_whole)).collect::<Vec<_>>()
    };
    let flow = "aws_lambda_function.far to AWS service s3 on TCP 443".to_owned();
    assert_eq!(severed("us-east-1a"), [(flow, true)]);
    assert_eq!(severed("us-east-1b"), []);
}
