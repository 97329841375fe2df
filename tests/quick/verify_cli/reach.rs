//! `paytf reach`: the flows of a plan, one question hop by hop, and what decides an answer.

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use serde_json::Value;
use tempfile::TempDir;

use super::{PAYTF, plan_path, stderr, stdout};

fn reach(arguments: &[&str]) -> Assert {
    Command::new(PAYTF).arg("reach").args(arguments).env_remove("CLICOLOR_FORCE").assert()
}

fn of_plan(plan: &str, arguments: &[&str]) -> Assert {
    reach(&[&[plan_path(plan).to_str().unwrap()], arguments].concat())
}

#[test]
fn the_flows_of_a_plan_are_listed_and_one_that_is_blocked_exits_with_1() {
    let good = stdout(&of_plan("reach-needed/good.json", &[]).code(0));
    assert!(
        good.contains("open    aws_lambda_function.validate -> aws_rds_cluster.main tcp 5432"),
        "{good}"
    );
    assert!(good.ends_with("4 flows open, 0 blocked, 0 unknown.\n"), "{good}");
    let image = stdout(&of_plan("reach-zone/good.json", &[]).code(0));
    assert!(image.contains("aws_ecs_service.app -> AWS service ecr.dkr tcp 443"), "{image}");
    let bad = stdout(&of_plan("reach-needed/bad.json", &[]).code(1));
    assert!(
        bad.contains(
            "no rule of aws_security_group.database lets TCP 5432 in from \
             aws_lambda_function.validate"
        ),
        "{bad}"
    );
    assert!(bad.contains("unknown what the tasks of aws_ecs_service.worker connect to"), "{bad}");
}

#[test]
fn one_question_is_answered_with_its_way_hop_by_hop() {
    let question = ["aws_ecs_service.app", "aws_rds_cluster.main", "5432"];
    let message = stdout(&of_plan("reach-needed/good.json", &question).code(0));
    let way: Vec<_> = message
        .lines()
        .take_while(|line| !line.contains("aws_subnet.data[\"b\"]"))
        .map(str::trim)
        .collect();
    assert_eq!(
        way[1..],
        [
            "the caller's security groups let it out: aws_security_group.app egress.0",
            "the ACL of the caller's subnet lets it out",
            "the ACL of the subnet lets it in: aws_network_acl.data ingress.0",
            "the security groups let it in: aws_vpc_security_group_ingress_rule.database",
            "the ACL of the subnet lets the answer out: aws_network_acl.data egress.0",
            "the ACL of the caller's subnet lets the answer in",
        ]
    );
    let json = stdout(&of_plan(
        "reach-needed/good.json",
        &[&question[..], &["--format", "json"]].concat(),
    ));
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["connections"].as_array().unwrap().len(), 9);
    assert_eq!(json["connections"][0]["verdict"], "open");
}

#[test]
fn what_is_nothing_in_the_plan_is_refused_with_what_is() {
    let refused =
        stderr(&of_plan("reach-needed/good.json", &["internet", "aws_lb.main", "443"]).code(2));
    assert!(
        refused.contains("aws_lb.main: is nothing that has addresses")
            && refused.contains("aws_ecs_service.app")
    );
    assert!(stderr(&of_plan("reach-needed/good.json", &["internet"]).code(2)).contains("<TO>"));
}

/// A network with two subnets, a machine in each, and what a test adds.
const NETWORK: &str = r#"
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1a"
  cidr_block        = "10.0.0.0/24"
}
resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1b"
  cidr_block        = "10.0.1.0/24"
}
resource "aws_security_group" "a" {
  vpc_id = aws_vpc.main.id
  egress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    cidr_blocks     = ["10.0.0.0/16"]
    prefix_list_ids = [aws_vpc_endpoint.s3.prefix_list_id]
  }
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.main.id
  service_name = "com.amazonaws.us-east-1.s3"
}
resource "aws_instance" "a" {
  subnet_id              = aws_subnet.a.id
  vpc_security_group_ids = [aws_security_group.a.id]
}
resource "aws_instance" "b" {
  subnet_id              = aws_subnet.b.id
  vpc_security_group_ids = [aws_security_group.b.id]
}
"#;

/// The verdict and the reason of the first connection from one machine to the other.
fn asked(more: &str, question: [&str; 3]) -> (String, String) {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("main.tf"), format!("{NETWORK}{more}")).unwrap();
    let arguments =
        [&[folder.path().to_str().unwrap()], &question[..], &["--format", "json"]].concat();
    let assert = reach(&arguments);
    let json: Value =
        serde_json::from_str(&stdout(&assert)).unwrap_or_else(|_| panic!("{}", stderr(&assert)));
    let first = &json["connections"][0];
    (first["verdict"].as_str().unwrap().to_owned(), first["reason"].as_str().unwrap().to_owned())
}

const A_TO_B: [&str; 3] = ["aws_instance.a", "aws_instance.b", "443"];

fn ingress(of: &str) -> String {
    format!(
        r#"resource "aws_security_group" "b" {{
  vpc_id = aws_vpc.main.id
  ingress {{
    from_port = 443
    to_port   = 443
    protocol  = "tcp"
    {of}
  }}
}}
"#
    )
}

fn acl(entries: &str) -> String {
    let head = "resource \"aws_network_acl\" \"b\" {\n  vpc_id = aws_vpc.main.id\n  subnet_ids = \
                [aws_subnet.b.id]\n";
    format!("{}{head}{entries}}}\n", ingress("security_groups = [aws_security_group.a.id]"))
}

fn entry(direction: &str, number: u16, action: &str, cidr: &str, from: u16, to: u16) -> String {
    format!(
        "  {direction} {{\n    rule_no = {number}\n    action = \"{action}\"\n    protocol = \
         \"tcp\"\n    cidr_block = \"{cidr}\"\n    from_port = {from}\n    to_port = {to}\n  }}\n"
    )
}

#[test]
fn a_group_lets_in_the_members_of_another_group_and_nobody_else() {
    assert_eq!(asked(&ingress("security_groups = [aws_security_group.a.id]"), A_TO_B).0, "open");
    let (verdict, reason) = asked(&ingress("self = true"), A_TO_B);
    assert_eq!(verdict, "blocked");
    assert_eq!(reason, "no rule of aws_security_group.b lets TCP 443 in from aws_instance.a");
}

#[test]
fn a_range_that_cuts_through_a_subnet_is_unknown_and_two_that_cover_it_are_open() {
    assert_eq!(asked(&ingress("cidr_blocks = [\"10.0.0.0/25\"]"), A_TO_B).0, "unknown");
    assert_eq!(
        asked(&ingress("cidr_blocks = [\"10.0.0.0/25\", \"10.0.0.128/25\"]"), A_TO_B).0,
        "open"
    );
    assert_eq!(asked(&ingress("cidr_blocks = [\"10.0.9.0/24\"]"), A_TO_B).0, "blocked");
}

#[test]
fn the_lowest_entry_that_fits_decides_and_answers_need_every_ephemeral_port() {
    let request = entry("ingress", 100, "allow", "10.0.0.0/24", 443, 443);
    let answers = |from, to| entry("egress", 100, "allow", "10.0.0.0/24", from, to);
    assert_eq!(asked(&acl(&(request.clone() + &answers(32768, 60999))), A_TO_B).0, "open");
    let (verdict, reason) = asked(&acl(&(request.clone() + &answers(49152, 65535))), A_TO_B);
    assert_eq!(verdict, "blocked");
    assert!(
        reason.contains(
            "the ACL of aws_subnet.b, lets no TCP out on ports 32768 to 49151 to 10.0.0.0/24"
        ),
        "{reason}"
    );
    let denied = entry("ingress", 50, "deny", "10.0.0.0/16", 0, 65535);
    let (verdict, reason) = asked(&acl(&(denied + &request + &answers(1024, 65535))), A_TO_B);
    assert_eq!(
        (&*verdict, reason.contains("denies aws_subnet.b TCP in on port 443")),
        ("blocked", true),
        "{reason}"
    );
}

#[test]
fn without_a_way_out_the_internet_is_blocked_and_what_is_behind_a_peering_is_unknown() {
    let open = ingress("self = true") + &egress_everywhere();
    let out =
        |more: &str| asked(&format!("{open}{more}"), ["aws_instance.b", "203.0.113.7", "443"]);
    let (verdict, reason) = out("");
    assert_eq!(verdict, "blocked");
    assert!(reason.contains("the route table of aws_subnet.b, has no route to"), "{reason}");
    let route = |to: &str| {
        format!(
            "resource \"aws_route\" \"out\" {{\n  route_table_id = \
             aws_vpc.main.main_route_table_id\n  destination_cidr_block = \"0.0.0.0/0\"\n  \
             {to}\n}}\n"
        )
    };
    let peering = "resource \"aws_vpc_peering_connection\" \"p\" {\n  vpc_id = aws_vpc.main.id\n  \
                   peer_vpc_id = \"vpc-1\"\n}\n";
    let (verdict, reason) =
        out(&(route("vpc_peering_connection_id = aws_vpc_peering_connection.p.id") + peering));
    assert_eq!(verdict, "unknown");
    assert!(
        reason.contains("a peering connection, and what is behind it is not followed"),
        "{reason}"
    );
    let gateway = "resource \"aws_internet_gateway\" \"g\" {\n  vpc_id = aws_vpc.main.id\n}\n";
    let (verdict, reason) = out(&(route("gateway_id = aws_internet_gateway.g.id") + gateway));
    assert_eq!(verdict, "blocked");
    assert!(reason.contains("has no address in the internet"), "{reason}");
}

fn egress_everywhere() -> String {
    "resource \"aws_vpc_security_group_egress_rule\" \"b\" {\n  security_group_id = \
     aws_security_group.b.id\n  cidr_ipv4 = \"0.0.0.0/0\"\n  ip_protocol = \"-1\"\n}\n"
        .to_owned()
}
