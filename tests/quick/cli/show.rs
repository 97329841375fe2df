//! `paytf show`, and the variables that a folder is read with.

use super::{Workdir, stderr, stdout};

/// A folder with a variable that has no default.
fn folder() -> Workdir {
    let place = Workdir::new();
    place.write(
        "main.tf",
        "variable \"cidr\" {\n  type = string\n}\n\nresource \"aws_vpc\" \"main\" {\n  cidr_block \
         = var.cidr\n}\n",
    );
    place
}

#[test]
fn a_resource_is_shown_with_its_values_its_line_and_why_something_is_unknown() {
    let place = folder();
    let told = stdout(&place.paytf(&["show", ".", "aws_vpc.main"]).assert().code(0));
    assert!(told.starts_with("aws_vpc.main   main.tf:5") && told.contains("var.cidr"), "{told}");
    let told = stdout(&place.paytf(&["show", ".", "--var", "cidr=10.0.0.0/16"]).assert().code(0));
    assert!(told.contains("cidr_block") && told.contains("= \"10.0.0.0/16\""), "{told}");
    let refused = stderr(&place.paytf(&["show", ".", "aws_vpc.other"]).assert().code(2));
    assert!(
        refused.contains("has no aws_vpc.other; `paytf show` without an address lists all"),
        "{refused}"
    );
}

#[test]
fn an_expression_has_the_value_that_it_has_in_the_root_module() {
    let place = folder();
    let eval = |expression: &str| {
        place.paytf(&["show", ".", "--var", "cidr=10.0.0.0/16", "--eval", expression]).assert()
    };
    assert_eq!(stdout(&eval("cidrsubnet(\n  var.cidr, 4, 1\n)").code(0)), "\"10.0.16.0/20\"\n");
    for (expression, told) in [
        ("upper(var.cidre)", "error: --eval:1:7: Reference to undeclared input variable: "),
        ("1 +", "error: --eval:1:4: "),
        ("cidrsubnet(var.cidr, 4, 99)", "error: --eval:1:"),
    ] {
        let refused = stderr(&eval(expression).code(2));
        assert!(refused.starts_with(told), "{refused}");
        assert!(
            refused.contains(&format!("1 | {expression}\n")) && refused.contains('^'),
            "{refused}"
        );
    }
}

#[test]
fn a_value_for_a_variable_that_is_not_declared_is_told_with_its_line() {
    let place = folder();
    place.write("prod.tfvars", "cidr = \"10.0.0.0/16\"\nregoin = \"us-east-1\"\nzones = 3\n");
    let told = place
        .paytf(&["show", ".", "--var-file", "prod.tfvars", "--format", "json"])
        .assert()
        .code(0);
    let warning = "warning: prod.tfvars:2:1: Value for undeclared variable: The root module does \
                   not declare the variables \"regoin\", \"zones\"; their values are not used.\n";
    assert!(
        stderr(&told).starts_with(warning) && stderr(&told).contains("\n  | ^^^^^^"),
        "{}",
        stderr(&told)
    );
    assert!(stdout(&told).starts_with('{'), "a warning stays out of the data");
    let refused =
        stderr(&place.paytf(&["verify", ".", "--var", "regoin=us-east-1"]).assert().code(2));
    assert!(refused.contains("--var regoin:1:1: Value for undeclared variable"), "{refused}");
}
