//! Routes: which one is taken, where it leads, and what is lost with a zone.

use verify::reach::Reach;

use super::{MACHINES, NAT, OUT_OF_PUBLIC, TO_DATA, expect};
use crate::reach::inventory;

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
