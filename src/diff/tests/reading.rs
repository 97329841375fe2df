//! What Terraform would refuse is refused with its place and what to do.

use super::{Stack, read};

fn refused(files: &[(&str, &str)]) -> String {
    format!("{:#}", read(files).expect_err("it is refused"))
}

#[test]
fn every_refusal_names_the_place() {
    for (files, expected) in [
        (
            &[("main.tf", "resource \"aws_vpc\" {")][..],
            "cannot read the stack of stack: main.tf:1:",
        ),
        (&[("main.tf.json", "{\"resource\": ")], "main.tf.json:1:"),
        (&[("main.tf", "output \"x\" {\n value = var.y\n}")], "main.tf:2:10: "),
        (&[("main.tf", "output \"x\" {\n value = aws_vpc.main.id\n}")], "main.tf:2:10: "),
        (&[("main.tf", "output \"x\" {\n value = module.net.id\n}")], "main.tf:2:10: "),
        (
            &[(
                "main.tf",
                "locals {\n a = local.b\n b = local.a\n}\noutput \"x\" {\n value = local.a\n}",
            )],
            "main.tf:2:",
        ),
        (
            &[("main.tf", "module \"x\" {\n source = \"terraform-aws-modules/vpc/aws\"\n}")],
            "module.x: not in the folder; run `terraform init` in it",
        ),
        (&[("main.tf", "module \"x\" {\n source = \"./x\"\n}")], "main.tf:"),
        (
            &[
                ("a.tf", "locals {}\nresource \"aws_vpc\" \"x\" {}"),
                ("b.tf", "resource \"aws_vpc\" \"x\" {}"),
            ],
            "b.tf:1:",
        ),
    ] {
        let message = refused(files);
        assert!(message.contains(expected), "{message}\n{expected}");
    }
}

#[test]
fn values_that_multiply_are_refused_before_they_fill_the_memory() {
    let doubled = |n: usize| format!(" l{} = [local.l{n}, local.l{n}]\n", n + 1);
    let locals: String = (0..60).map(doubled).collect();
    let message = refused(&[(
        "main.tf",
        &format!("locals {{\n l0 = 1\n{locals}}}\noutput \"x\" {{\n value = local.l60\n}}"),
    )]);
    assert!(message.contains("takes more to evaluate than is allowed"), "{message}");
    // Documents of data sources, each in the next one twice, are shared by the evaluator, and not
    // by a comparison.
    let doubled = |n: usize| {
        format!("data \"x\" \"d{}\" {{\n a = [data.x.d{n}.json, data.x.d{n}.json]\n}}\n", n + 1)
    };
    let data: String = (0..60).map(doubled).collect();
    let output = "output \"x\" {\n value = data.x.d60.json\n}";
    let message = refused(&[("main.tf", &format!("data \"x\" \"d0\" {{}}\n{data}{output}"))]);
    assert!(message.contains("refer to each other more often"), "{message}");
}

#[test]
fn a_folder_that_is_no_stack_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let refused =
        |path: &std::path::Path| Stack::read(path).expect_err("it is refused").to_string();
    assert!(refused(folder.path()).contains("holds no .tf or .tf.json file"));
    let file = folder.path().join("main.txt");
    std::fs::write(&file, "").unwrap();
    assert!(refused(&file).contains("is not a folder"));
}
