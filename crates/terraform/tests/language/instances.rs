//! What instances say of themselves: where they are written, which provider makes them in which
//! region, what they wait for; and which files are read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;
use terraform::configuration::{Configuration, Content, Instance, Instances, Known, Variables};
use terraform::types::Type;
use terraform::value::Value;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn read(files: &[(&str, &str)]) -> (TempDir, Configuration, Instances) {
    let folder = folder(files);
    let configuration = Configuration::read(folder.path(), &Variables::default())
        .unwrap_or_else(|problems| panic!("{problems}"));
    let instances = configuration.instances().unwrap_or_else(|problems| panic!("{problems}"));
    (folder, configuration, instances)
}

fn refused(files: &[(&str, &str)], variables: &Variables) -> String {
    let folder = folder(files);
    let result = Configuration::read(folder.path(), variables)
        .and_then(|configuration| configuration.instances());
    result.map(|_| ()).unwrap_err().to_string()
}

fn text(instance: &Instance, argument: &str) -> String {
    let mut text = String::new();
    terraform::show::value(instance.arguments.value(argument).unwrap(), &mut text);
    text
}

const TWO_REGIONS: &[(&str, &str)] = &[
    (
        "main.tf",
        "provider \"aws\" {\n  region = \"us-east-1\"\n}\nprovider \"aws\" {\n  alias  = \
         \"west\"\n  region = var.west\n}\nvariable \"west\" {\n  default = \
         \"us-west-2\"\n}\nresource \"aws_vpc\" \"home\" {\n  cidr_block = \
         \"10.0.0.0/16\"\n}\nresource \"aws_vpc\" \"away\" {\n  provider   = aws.west\n  \
         cidr_block = \"10.1.0.0/16\"\n}\nmodule \"inherits\" {\n  source = \"./m\"\n}\nmodule \
         \"given\" {\n  source    = \"./m\"\n  providers = { aws = aws.west }\n}\n",
    ),
    ("m/main.tf", "resource \"aws_vpc\" \"it\" {\n  cidr_block = \"10.2.0.0/16\"\n}\n"),
];

#[test]
fn the_region_of_an_instance_is_that_of_the_provider_it_is_given() {
    let (_folder, _, instances) = read(TWO_REGIONS);
    let region = |address: &str| {
        instances.by_address[address].provider.region().and_then(Value::as_str).map(str::to_owned)
    };
    assert_eq!(region("aws_vpc.home").as_deref(), Some("us-east-1"));
    assert_eq!(region("aws_vpc.away").as_deref(), Some("us-west-2"));
    assert_eq!(region("module.inherits.aws_vpc.it").as_deref(), Some("us-east-1"));
    assert_eq!(region("module.given.aws_vpc.it").as_deref(), Some("us-west-2"));
}

#[test]
fn a_resource_its_arguments_and_its_blocks_have_the_place_where_they_are_written() {
    let main = "resource \"aws_security_group\" \"g\" {\n  name = \"g\"\n\n  ingress {\n    \
                from_port = 1\n  }\n}\n";
    let (_folder, configuration, instances) = read(&[("network.tf", main)]);
    let instance = &instances.by_address["aws_security_group.g"];
    let place = |span| configuration.sources().place(span).unwrap().to_string();
    assert_eq!(place(instance.span), "network.tf:1:1");
    assert_eq!(place(instance.arguments.get("name").unwrap().span), "network.tf:2:3");
    let ingress = &instance.arguments.blocks("ingress")[0];
    assert_eq!(place(ingress.span), "network.tf:4:3");
    assert_eq!(place(ingress.arguments.get("from_port").unwrap().span), "network.tf:5:5");
}

#[test]
fn what_is_wrong_is_shown_with_its_line_and_a_caret() {
    let shown = refused(&[("main.tf", "locals {\n  a = [1][5]\n}\n")], &Variables::default());
    assert!(shown.starts_with("main.tf:2:"), "{shown}");
    assert!(shown.contains("2 |   a = [1][5]\n") && shown.trim_end().ends_with('^'), "{shown}");
}

#[test]
fn an_instance_waits_for_what_it_and_the_calls_around_it_name() {
    let main = "resource \"aws_vpc\" \"v\" {\n}\nmodule \"m\" {\n  source     = \"./m\"\n  \
                depends_on = [aws_vpc.v]\n}\n";
    let module = "resource \"aws_eip\" \"a\" {\n  depends_on = [aws_eip.b]\n}\nresource \
                  \"aws_eip\" \"b\" {\n}\n";
    let (_folder, _, instances) = read(&[("main.tf", main), ("m/main.tf", module)]);
    let waits: Vec<&str> = instances.by_address["module.m.aws_eip.a"]
        .depends_on
        .iter()
        .map(|address| &**address)
        .collect();
    assert_eq!(waits, ["module.m.aws_eip.b", "aws_vpc.v"]);
}

#[test]
fn how_many_there_are_may_be_unknown_and_so_may_blocks() {
    let main = "data \"aws_availability_zones\" \"z\" {\n}\nresource \"aws_subnet\" \"s\" {\n  \
                count             = length(data.aws_availability_zones.z.names)\n  \
                availability_zone = data.aws_availability_zones.z.names[count.index]\n}\nresource \
                \"aws_security_group\" \"g\" {\n  dynamic \"ingress\" {\n    for_each = \
                data.aws_availability_zones.z.names\n    content {\n      description = \
                ingress.value\n    }\n  }\n}\n";
    let (_folder, _, instances) = read(&[("main.tf", main)]);
    let subnet = &instances.by_address["aws_subnet.s[*]"];
    assert!(!subnet.is_certain());
    assert!(instances.by_address["aws_security_group.g"].is_certain());
    let ingress =
        &instances.by_address["aws_security_group.g"].arguments.get("ingress").unwrap().content;
    let Content::SomeBlocks(_, causes) = ingress else { panic!("{ingress:?}") };
    assert_eq!(
        causes.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["data.aws_availability_zones.z.names"]
    );
}

/// It may have no instance, as Terraform is asked with `-var on=false`: then nothing is wrong.
#[test]
fn what_may_have_no_instance_is_no_error_but_unknown() {
    let main = r#"
        variable "on" {
          type = bool
        }
        resource "terraform_data" "none" {
          count = 0
        }
        resource "terraform_data" "b" {
          count = var.on ? 1 : 0
          input = terraform_data.none[0].id
          lifecycle {
            precondition {
              condition     = length(terraform_data.none) == 1
              error_message = "none"
            }
          }
        }
        module "m" {
          source = "./m"
          count  = var.on ? 1 : 0
          size   = length(terraform_data.none)
        }
    "#;
    let module = r#"
        variable "size" {
          type = number
          validation {
            condition     = var.size > 0
            error_message = "small"
          }
        }
        resource "terraform_data" "c" {
          count = var.size - 1
          input = [1, 2][var.size - 1]
        }
    "#;
    let (_folder, _, instances) = read(&[("main.tf", main), ("m/main.tf", module)]);
    let input = |address: &str| text(&instances.by_address[address], "input");
    assert!(input("terraform_data.b[*]").contains("Invalid index"));
    assert!(input("module.m[*].terraform_data.c[*]").contains("Invalid index"));
    let sure = main.replace("var.on ? 1 : 0", "1");
    let shown = refused(&[("main.tf", &sure), ("m/main.tf", module)], &Variables::default());
    for problem in ["Invalid index", "precondition failed", "small", "Invalid count argument"] {
        assert!(shown.contains(problem), "{problem}: {shown}");
    }
    let undeclared = main.replace("none[0].id", "other[0].id");
    refused(&[("main.tf", &undeclared), ("m/main.tf", module)], &Variables::default());
}

#[test]
fn what_may_be_ephemeral_is_not_said_to_be_no_null() {
    let main = "variable \"a\" {\n  default   = \"x\"\n  ephemeral = true\n}\nresource \
                \"terraform_data\" \"r\" {\n  input = ephemeralasnull([var.a])\n}\n";
    let input = |main: &str| {
        let (_folder, _, instances) = read(&[("main.tf", main)]);
        text(&instances.by_address["terraform_data.r"], "input")
    };
    assert_eq!(input(main), "{\"unknown\": [\"ephemeralasnull()\"]}");
    assert_eq!(input(&main.replace("true", "false")), "[\"x\"]");
}

struct ThreeZones;

impl Known for ThreeZones {
    fn attributes(&self, instance: &Instance) -> BTreeMap<Arc<str>, Value> {
        let zones = || Value::strings(["us-east-1a", "us-east-1b", "us-east-1c"]);
        let known = &*instance.name.kind == "aws_availability_zones";
        known.then(|| (Arc::from("names"), zones())).into_iter().collect()
    }

    fn attribute_type(
        &self,
        _: &terraform::configuration::declared::ResourceName,
        attribute: &str,
    ) -> Option<Type> {
        (attribute == "delay_seconds").then_some(Type::Number)
    }

    fn variable(&self, name: &str) -> Option<Value> {
        (name == "given").then(|| Value::string("by the plan"))
    }
}

#[test]
fn what_is_known_beside_the_configuration_is_asked_for() {
    let main = "variable \"given\" {\n  type = string\n}\ndata \"aws_availability_zones\" \"z\" \
                {\n}\nresource \"aws_subnet\" \"s\" {\n  count             = \
                length(data.aws_availability_zones.z.names)\n  availability_zone = \
                data.aws_availability_zones.z.names[count.index]\n}\nresource \"aws_sqs_queue\" \
                \"q\" {\n  name          = var.given\n  delay_seconds = \"5\"\n}\noutput \"five\" \
                {\n  value = aws_sqs_queue.q.delay_seconds == 5\n}\n";
    let folder = folder(&[("main.tf", main)]);
    let configuration = Configuration::read(folder.path(), &Variables::default()).unwrap();
    let instances = configuration.instances_with(&ThreeZones).unwrap();
    assert_eq!(
        text(&instances.by_address["aws_subnet.s[2]"], "availability_zone"),
        "\"us-east-1c\""
    );
    assert_eq!(text(&instances.by_address["aws_sqs_queue.q"], "name"), "\"by the plan\"");
    assert_eq!(instances.outputs["five"], Value::Bool(true));
}

/// Without the provider's schema: a list that may be a set has no order that is known, and a text
/// that may be a number no type.
#[test]
fn an_argument_is_known_to_others_only_as_far_as_any_type_of_it_would_be() {
    let main = "resource \"aws_lb\" \"l\" {\n  name    = \"l\"\n  port    = \"80\"\n  subnets = \
                [\"b\", \
         \"a\"]\n  zones   = [\"a\", \"b\"]\n  tags    = { On = true }\n}\nresource \"aws_x\" \
         \"y\" {\n  name    = aws_lb.l.name\n  port    = aws_lb.l.port\n  subnets = \
         aws_lb.l.subnets\n  zones   = aws_lb.l.zones[1]\n  on      = aws_lb.l.tags.On == \
         \"true\"\n  arn     = aws_lb.l.arn\n}\n";
    let (_folder, _, instances) = read(&[("main.tf", main)]);
    let instance = &instances.by_address["aws_x.y"];
    let unknown = |path: &str| format!("{{\"unknown\": [\"aws_lb.l.{path}\"]}}");
    assert_eq!(text(instance, "name"), "\"l\"");
    assert_eq!(text(instance, "port"), unknown("port"));
    assert_eq!(text(instance, "subnets"), unknown("subnets"));
    assert_eq!(text(instance, "zones"), "\"b\"");
    assert_eq!(text(instance, "on"), "true");
    assert_eq!(text(instance, "arn"), unknown("arn"));
}

#[test]
fn variables_are_given_by_files_and_by_hand() {
    let main = "variable \"a\" {\n  type = string\n}\nvariable \"b\" {\n  type = \
                list(number)\n}\noutput \"o\" {\n  value = [var.a, var.b]\n}\n";
    let folder = folder(&[
        ("main.tf", main),
        ("terraform.tfvars", "a = \"file\"\nb = [1]\n"),
        ("given.tfvars", "b = [2]\n"),
    ]);
    let shown = |variables: &Variables| {
        let instances = Configuration::read(folder.path(), variables).unwrap().instances().unwrap();
        let mut text = String::new();
        terraform::show::value(&instances.outputs["o"], &mut text);
        text
    };
    assert_eq!(shown(&Variables::default()), "[\"file\", [1]]");
    let files = vec![folder.path().join("given.tfvars")];
    assert_eq!(
        shown(&Variables { files: files.clone(), values: vec![("a".into(), "5".into())] }),
        "[\"5\", [2]]"
    );
    assert_eq!(
        shown(&Variables { files, values: vec![("b".into(), "[for x in [1] : x + 2]".into())] }),
        "[\"file\", [3]]"
    );
    let undeclared = Variables { values: vec![("c".into(), "1".into())], ..Variables::default() };
    assert!(refused(&[("main.tf", main)], &undeclared).contains("Value for undeclared variable"));
}

#[test]
fn a_tofu_file_takes_the_place_of_the_tf_file_of_its_name_and_that_is_said() {
    let (_folder, configuration, instances) = read(&[
        ("main.tf", "resource \"aws_vpc\" \"terraform\" {\n}\n"),
        ("main.tofu", "resource \"aws_vpc\" \"tofu\" {\n}\n"),
        ("other.tf", "resource \"aws_vpc\" \"both\" {\n}\n"),
    ]);
    let addresses: Vec<&str> = instances.by_address.keys().map(|address| &**address).collect();
    assert_eq!(addresses, ["aws_vpc.tofu", "aws_vpc.both"]);
    assert_eq!(configuration.replaced_by_tofu(), [PathBuf::from("main.tf")]);
}

#[test]
fn a_provider_for_each_of_several_regions_is_read_and_its_region_unknown() {
    let main = "provider \"aws\" {\n  alias    = \"by_region\"\n  for_each = \
                toset([\"us-east-1\"])\n  region   = each.value\n}\nresource \"aws_vpc\" \"v\" \
                {\n  for_each = toset([\"us-east-1\"])\n  provider = aws.by_region[each.key]\n}\n";
    let (_folder, _, instances) = read(&[("main.tofu", main)]);
    let region = instances.by_address["aws_vpc.v[\"us-east-1\"]"].provider.region().unwrap();
    assert!(!region.is_known());
}

#[test]
fn modules_that_were_fetched_are_read_and_others_are_unknown_by_name() {
    let main = "module \"vpc\" {\n  source = \"terraform-aws-modules/vpc/aws\"\n}\nmodule \
                \"gone\" {\n  source = \"example/gone/aws\"\n}\nresource \"aws_x\" \"y\" {\n  a = \
                module.vpc.id\n  b = module.gone.id\n}\n";
    let list = r#"{"Modules":[{"Key":"","Source":"","Dir":"."},{"Key":"vpc","Source":"registry.terraform.io/terraform-aws-modules/vpc/aws","Dir":".terraform/modules/vpc"}]}"#;
    let (_folder, configuration, instances) = read(&[
        ("main.tf", main),
        (".terraform/modules/modules.json", list),
        (
            ".terraform/modules/vpc/main.tf",
            "resource \"aws_vpc\" \"it\" {\n}\noutput \"id\" {\n  value = aws_vpc.it.id\n}\n",
        ),
    ]);
    assert!(instances.by_address.contains_key("module.vpc.aws_vpc.it"));
    assert_eq!(
        text(&instances.by_address["aws_x.y"], "a"),
        "{\"unknown\": [\"module.vpc.aws_vpc.it.id\"]}"
    );
    assert_eq!(configuration.missing_modules(), ["module.gone"]);
    assert!(text(&instances.by_address["aws_x.y"], "b").contains("module.gone"));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_configuration_is_not_followed() {
    let outside = folder(&[("secret.tf", "resource \"aws_vpc\" \"secret\" {\n}\n")]);
    let within = folder(&[("real.txt", "resource \"aws_vpc\" \"linked\" {\n}\n")]);
    let link = |target: &Path, name: &str| {
        std::os::unix::fs::symlink(target, within.path().join(name)).unwrap()
    };
    link(&within.path().join("real.txt"), "linked.tf");
    assert!(Configuration::read(within.path(), &Variables::default()).is_ok());
    std::fs::write(within.path().join("module.tf"), "module \"m\" {\n  source = \"./m\"\n}\n")
        .unwrap();
    link(outside.path(), "m");
    let problems = Configuration::read(within.path(), &Variables::default())
        .map(|_| ())
        .unwrap_err()
        .to_string();
    assert!(problems.contains("leads out of the configuration"), "{problems}");
    std::fs::remove_file(within.path().join("module.tf")).unwrap();
    link(&outside.path().join("secret.tf"), "stolen.tf");
    let problems = Configuration::read(within.path(), &Variables::default())
        .map(|_| ())
        .unwrap_err()
        .to_string();
    assert!(problems.contains("leads out of the configuration"), "{problems}");
}

#[test]
fn text_that_is_no_utf_8_and_modules_that_call_themselves_are_refused() {
    let broken = tempfile::tempdir().unwrap();
    std::fs::write(broken.path().join("main.tf"), b"locals {\n  a = \"\xff\"\n}\n").unwrap();
    let problems = Configuration::read(broken.path(), &Variables::default())
        .map(|_| ())
        .unwrap_err()
        .to_string();
    assert!(problems.starts_with("main.tf:2:8: Invalid character encoding"), "{problems}");
    assert!(
        refused(&[("readme.md", "x")], &Variables::default()).contains("No configuration files")
    );
    let endless =
        refused(&[("main.tf", "module \"m\" {\n  source = \"./\"\n}\n")], &Variables::default());
    assert!(endless.contains("Too many module calls"), "{endless}");
}

struct RuleIsABlock;

impl Known for RuleIsABlock {
    fn is_block(
        &self,
        _: &terraform::configuration::declared::ResourceName,
        path: &[Arc<str>],
    ) -> bool {
        matches!(
            path.iter().map(|name| &**name).collect::<Vec<_>>()[..],
            ["rule"] | ["rule", "filter"]
        )
    }
}

#[test]
fn what_is_a_block_in_json_syntax_the_provider_says() {
    let json = r#"{"resource": {"aws_x": {"y": {"tags": {"A": "a"}, "rule": {"id": "r", "filter": [{"prefix": "p"}, {"prefix": "q"}]}}}}}"#;
    let folder = folder(&[("main.tf.json", json)]);
    let configuration = Configuration::read(folder.path(), &Variables::default()).unwrap();
    let instances = configuration.instances_with(&RuleIsABlock).unwrap();
    let rules = instances.by_address["aws_x.y"].arguments.blocks("rule");
    assert_eq!(rules.len(), 1);
    assert_eq!(rules[0].arguments.blocks("filter").len(), 2);
    assert_eq!(text(&instances.by_address["aws_x.y"], "tags"), r#"{"A": "a"}"#);
}
