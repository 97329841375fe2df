//! Which flows are derived from a configuration, and what is said of each: small ones, written out
//! here.

mod elements;

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use terraform::configuration::{Configuration, Variables};
use verify::reach::{Family, Peer, Protocol, Reach};
use verify::{Inventory, Outcome, Plan, rule, run};

/// A network with two subnets, one of which leads to the internet.
const NETWORK: &str = r#"
resource "aws_vpc" "main" {
  cidr_block      = "10.0.0.0/16"
  ipv6_cidr_block = "2600:1f18:aaaa::/56"
}
resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1a"
  cidr_block        = "10.0.0.0/24"
  ipv6_cidr_block   = "2600:1f18:aaaa::/64"
}
resource "aws_subnet" "private" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1a"
  cidr_block        = "10.0.1.0/24"
}
resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}
resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}
resource "aws_security_group" "open" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 0
    to_port     = 65535
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
"#;

fn inventory(more: &str) -> Inventory {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("reach-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("main.tf"), format!("{NETWORK}{more}")).unwrap();
    let configuration = Configuration::read(&folder, &Variables::default()).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    Inventory::from_configuration(&configuration).unwrap()
}

/// Every flow with its verdict and what stops it, then what is not read.
fn flows(more: &str) -> Vec<String> {
    let inventory = inventory(more);
    let reach = Reach::of(&inventory);
    let flows = reach.flows.iter().map(|flow| {
        let blocked = flow.blocked().next().map(|(_, block)| block.missing.clone());
        let why = blocked.or_else(|| flow.reasons().next().map(str::to_owned));
        let why = why.map(|why| format!(": {why}")).unwrap_or_default();
        format!("{} {flow}{why}", flow.verdict().word())
    });
    let unread =
        reach.unread.iter().map(|unread| format!("unread {}: {}", unread.what, unread.reason));
    flows.chain(unread).collect()
}

/// What the rule says of each place: failures and what is not known.
fn messages(id: &str, more: &str) -> Vec<String> {
    let inventory = inventory(more);
    let results = run(&inventory, [rule(id).unwrap()]);
    let messages =
        results.iter().filter(|result| result.outcome != Outcome::Pass).map(ToString::to_string);
    messages.collect()
}

#[test]
fn a_function_in_no_network_comes_from_outside() {
    let more = r#"
resource "aws_db_instance" "main" {
  engine                 = "postgres"
  db_subnet_group_name   = aws_db_subnet_group.main.name
  vpc_security_group_ids = [aws_security_group.open.id]
}
resource "aws_db_subnet_group" "main" {
  name       = "main"
  subnet_ids = [aws_subnet.private.id]
}
resource "aws_lambda_function" "main" {
  function_name = "main"
  role          = "arn:aws:iam::123456789012:role/main"
  environment {
    variables = { HOST = aws_db_instance.main.address }
  }
}
"#;
    let messages = flows(more);
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert!(
        messages[0]
            .starts_with("blocked aws_lambda_function.main to aws_db_instance.main on TCP 5432: "),
        "{messages:?}"
    );
}

#[test]
fn what_is_told_to_a_program_and_not_part_of_the_configuration_is_unread_by_name() {
    let more = r#"
resource "aws_ecs_service" "elsewhere" {
  task_definition = "worker:7"
  network_configuration {
    subnets         = [aws_subnet.private.id]
    security_groups = [aws_security_group.open.id]
  }
}
resource "aws_lambda_function" "main" {
  function_name = "main"
  role          = "arn:aws:iam::123456789012:role/main"
  environment {
    variables = { HOST = data.aws_ssm_parameter.host.value, REGION = data.aws_region.current.name }
  }
  vpc_config {
    subnet_ids         = [aws_subnet.private.id]
    security_group_ids = [aws_security_group.open.id]
  }
}
data "aws_ssm_parameter" "host" {
  name = "/host"
}
data "aws_region" "current" {}
"#;
    let expected = [
        "unread what the tasks of aws_ecs_service.elsewhere connect to: task_definition: worker:7 \
         is not part of this plan",
        "unread which AWS services aws_lambda_function.main is allowed to call: role: \
         arn:aws:iam::123456789012:role/main is not part of this plan",
        "unread what aws_lambda_function.main connects to: `data.aws_ssm_parameter.host.value` is \
         known only after the apply",
    ];
    assert_eq!(flows(more), expected);
    assert_eq!(messages("reach-needed", more).len(), 3);
}

const BALANCER: &str = r#"
resource "aws_lb" "main" {
  load_balancer_type = "network"
  subnets            = [aws_subnet.public.id]
}
resource "aws_lb_target_group" "main" {
  port     = 8443
  protocol = "TCP"
  vpc_id   = aws_vpc.main.id
}
resource "aws_lb_listener" "main" {
  load_balancer_arn = aws_lb.main.arn
  port              = 443
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.main.arn
  }
}
resource "aws_lb_target_group_attachment" "main" {
  target_group_arn = aws_lb_target_group.main.arn
  target_id        = aws_instance.main.id
}
resource "aws_instance" "main" {
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.open.id]
}
"#;

#[test]
fn a_target_sees_the_addresses_of_clients_where_its_load_balancer_keeps_them() {
    // The group lets the network in, which the health check comes from, and clients do not.
    let kept = flows(BALANCER);
    let blocked = "blocked internet to aws_instance.main on TCP 8443: no rule of \
                   aws_security_group.open lets TCP 8443 in from a client through aws_lb.main";
    assert!(kept.iter().any(|line| line == blocked), "{kept:?}");
    assert!(
        kept.iter().any(|line| line == "open aws_lb.main to aws_instance.main on TCP 8443"),
        "{kept:?}"
    );
    let replaced =
        flows(&BALANCER.replace("port     = 8443", "port = 8443\n  preserve_client_ip = false"));
    let expected = [
        "open internet to aws_lb.main on TCP 443",
        "open aws_lb.main to aws_instance.main on TCP 8443",
    ];
    assert_eq!(replaced, expected);
}

#[test]
fn a_listener_of_udp_is_called_by_udp_and_its_targets_are_checked_by_tcp() {
    let udp = BALANCER
        .replace("protocol = \"TCP\"", "protocol = \"UDP\"")
        .replace("protocol          = \"TCP\"", "protocol = \"UDP\"");
    let messages = flows(&udp);
    assert_eq!(messages[0], "open internet to aws_lb.main on UDP 443");
    assert!(
        messages[1].starts_with("blocked internet to aws_instance.main on UDP 8443: "),
        "{messages:?}"
    );
    assert_eq!(messages[2], "open aws_lb.main to aws_instance.main on TCP 8443");
}

#[test]
fn an_endpoint_that_does_not_help_is_named_with_the_reason() {
    let more = r#"
resource "aws_iam_role" "main" {
  assume_role_policy = "{}"
}
resource "aws_iam_role_policy" "main" {
  role   = aws_iam_role.main.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = ["sqs:SendMessage", "s3:GetObject"], Resource = "*" }
  ] })
}
resource "aws_ecs_task_definition" "main" {
  family                = "main"
  task_role_arn         = aws_iam_role.main.arn
  container_definitions = jsonencode([
    { name = "main", image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1" }
  ])
}
resource "aws_ecs_service" "main" {
  task_definition = aws_ecs_task_definition.main.arn
  network_configuration {
    subnets         = [aws_subnet.private.id]
    security_groups = [aws_security_group.open.id]
  }
}
resource "aws_vpc_endpoint" "queue" {
  vpc_id             = aws_vpc.main.id
  service_name       = "com.amazonaws.us-east-1.sqs"
  vpc_endpoint_type  = "Interface"
  subnet_ids         = [aws_subnet.private.id]
  security_group_ids = [aws_security_group.open.id]
}
resource "aws_vpc_endpoint" "files" {
  vpc_id          = aws_vpc.main.id
  service_name    = "com.amazonaws.us-east-1.s3"
  route_table_ids = [aws_route_table.public.id]
}
"#;
    let messages = flows(more);
    let ends = [
        "; aws_vpc_endpoint.files, an endpoint of s3, is in no route table of the subnet",
        "; aws_vpc_endpoint.queue, an endpoint of sqs, gives its interfaces no private name \
         (private_dns_enabled)",
    ];
    assert_eq!(messages.len(), 2, "{messages:?}");
    for (line, end) in messages.iter().zip(ends) {
        assert!(line.starts_with("blocked ") && line.ends_with(end), "{line}");
    }
    let helped = more
        .replace("Interface\"", "Interface\"\n  private_dns_enabled = true")
        .replace("[aws_route_table.public.id]", "[aws_route_table.private.id]");
    let helped = format!(
        "{helped}resource \"aws_route_table\" \"private\" {{\n  vpc_id = \
         aws_vpc.main.id\n}}\nresource \"aws_route_table_association\" \"private\" {{\n  \
         subnet_id = aws_subnet.private.id\n  route_table_id = aws_route_table.private.id\n}}\n"
    );
    let expected = [
        "open aws_ecs_service.main to AWS service s3 on TCP 443",
        "open aws_ecs_service.main to AWS service sqs on TCP 443",
    ];
    assert_eq!(flows(&helped), expected);
    // Of which region they are does not matter.
    let region = "com.amazonaws.${data.aws_region.current.name}.";
    let anywhere = helped.replace("com.amazonaws.us-east-1.", region);
    assert_eq!(flows(&(anywhere + "data \"aws_region\" \"current\" {}\n")), expected);
}

#[test]
fn nodes_reach_their_control_plane_by_the_group_that_eks_makes() {
    let more = r#"
resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/cluster"
  vpc_config {
    subnet_ids              = [aws_subnet.private.id]
    endpoint_private_access = true
    endpoint_public_access  = false
  }
}
resource "aws_eks_node_group" "main" {
  cluster_name  = aws_eks_cluster.main.name
  node_role_arn = "arn:aws:iam::123456789012:role/nodes"
  subnet_ids    = [aws_subnet.private.id]
}
"#;
    let messages = flows(more);
    assert_eq!(messages[0], "open aws_eks_node_group.main to aws_eks_cluster.main on TCP 443");
    assert_eq!(messages[1], "open aws_eks_cluster.main to aws_eks_node_group.main on TCP 10250");
    // Without endpoints and without a way out, images are not pulled.
    assert!(
        messages[2..]
            .iter()
            .all(|line| line.starts_with("blocked aws_eks_node_group.main to AWS service ")),
        "{messages:?}"
    );
    // Modules let nodes wait for the cluster, by a pause that hands its name on.
    let pause = r#"
resource "time_sleep" "main" {
  create_duration = "30s"
  triggers = {
    cluster_name = aws_eks_cluster.main.id
    endpoint     = aws_eks_cluster.main.endpoint
  }
}
"#;
    let waiting =
        more.replace("= aws_eks_cluster.main.name", "= time_sleep.main.triggers[\"cluster_name\"]");
    assert_eq!(flows(&(waiting + pause))[..2], messages[..2]);
    let public =
        flows(&more.replace("endpoint_private_access = true", "endpoint_private_access = false"));
    assert!(
        public[0].starts_with("blocked aws_eks_node_group.main to internet on TCP 443: "),
        "{public:?}"
    );
}

#[test]
fn in_a_plan_too_a_pause_passes_on_what_its_triggers_are() {
    let resource = |address: &str, expressions: Value, unknown: Value| {
        let (kind, name) = address.split_once('.').unwrap();
        let change = json!({"actions": ["create"], "after": {}, "after_unknown": unknown});
        let resource = json!({
            "address": address, "mode": "managed", "type": kind, "name": name, "change": change
        });
        (
            resource,
            json!({
                "address": address, "mode": "managed", "type": kind, "name": name,
                "expressions": expressions
            }),
        )
    };
    let refers = |references: &[&str]| json!({"references": references});
    let (pause, cluster) = ("time_sleep.main", "aws_eks_cluster.main");
    let given =
        refers(&["aws_eks_cluster.main.id", cluster, "aws_eks_cluster.main.endpoint", cluster]);
    let taken =
        refers(&["time_sleep.main.triggers[\"cluster_name\"]", "time_sleep.main.triggers", pause]);
    let all = [
        resource(cluster, json!({}), json!({"id": true, "endpoint": true})),
        resource(pause, json!({"triggers": given}), json!({"triggers": true, "id": true})),
        resource(
            "aws_eks_node_group.main",
            json!({"cluster_name": taken}),
            json!({"cluster_name": true}),
        ),
    ];
    let (changes, blocks): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    let plan = json!({
        "format_version": "1.2", "resource_changes": changes, "configuration": {
            "root_module": {"resources": blocks}
        }
    });
    let inventory = Inventory::from_plan(Plan::parse(plan.to_string().as_bytes()).unwrap());
    let nodes = inventory.at("aws_eks_node_group.main").unwrap();
    let linked = nodes.at("cluster_name").link("aws_eks_cluster").proven();
    assert_eq!(linked.map(|found| found.address().to_owned()), Ok(cluster.to_owned()));
}

#[test]
fn what_is_private_is_not_reached_through_the_internet_and_what_has_no_ipv6_not_over_it() {
    let more = r#"
resource "aws_instance" "public" {
  subnet_id                   = aws_subnet.public.id
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.open.id]
}
"#;
    let inventory = inventory(more);
    let network = Reach::of(&inventory).network;
    let own = Peer::Interface(network.interfaces()[0].id);
    let ask = |to: &str| network.probe(own, Peer::Address(to.parse().unwrap()), Protocol::Tcp, 443);
    assert!(ask("203.0.113.7").is_open());
    assert!(ask("192.168.7.7").is_blocked());
    // In the network, and in no subnet.
    assert!(!ask("10.0.77.7").is_open() && !ask("10.0.77.7").is_blocked());
    assert!(network.probe_over(Family::V6, own, Peer::InternetV6, Protocol::Tcp, 443).is_blocked());
}
