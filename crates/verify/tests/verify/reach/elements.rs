//! Each element that decides who reaches whom decides it: in a small network in which everything
//! else is open, it lets something through, and with one thing less it does not.

mod access_lists;
mod groups;
mod routes;

use verify::reach::{Family, Network, Peer, Protocol};

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
