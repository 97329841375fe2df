//! Security groups: members, notations, and the default group.

use super::expect;

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
