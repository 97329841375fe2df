//! What is no generated stack is refused with its place and what to do.

use super::{Stack, Tree, tree};

fn refused(files: &[(&str, &str)]) -> String {
    format!("{:#}", Stack::of(&tree(files)).expect_err("it is refused"))
}

#[test]
fn every_refusal_names_the_place() {
    for (files, expected) in [
        (&[("main.tf", "resource \"aws_vpc\" {")][..], "cannot read stack/main.tf: "),
        (&[("main.tf.json", "{\"resource\": ")], "cannot read stack/main.tf.json: EOF while parsing"),
        (&[("main.tf.json", "{\"resource\": {\"aws_vpc\": 3}}")], "resource.aws_vpc: expected an object, found 3"),
        (&[("main.tf", "output \"x\" {\n value = var.y\n}")], "stack: var.y is not declared"),
        (&[("main.tf", "output \"x\" {\n value = aws_vpc.main.id\n}")], "stack: aws_vpc.main is not declared"),
        (&[("main.tf", "output \"x\" {\n value = module.net.id\n}")], "stack: module.net.id is not declared"),
        (
            &[("main.tf", "locals {\n a = local.b\n b = local.a\n}\noutput \"x\" {\n value = local.a\n}")],
            "a value refers to itself",
        ),
        (
            &[("main.tf", "resource \"aws_vpc\" \"x\" {\n count = 2\n}")],
            "aws_vpc.x uses count, which no generated stack does",
        ),
        (
            &[("main.tf", "module \"x\" {\n source = \"terraform-aws-modules/vpc/aws\"\n}")],
            "which is not in the folder",
        ),
        (&[("main.tf", "module \"x\" {\n source = \"./x\"\n}")], "has no Terraform in x"),
        (
            &[
                ("main.tf", "module \"x\" {\n source = \"./x\"\n}"),
                ("x/main.tf", "module \"x\" {\n source = \"./../x\"\n}"),
            ],
            "has no Terraform in x/../x",
        ),
        (
            &[("a.tf", "locals {}\nresource \"aws_vpc\" \"x\" {}"), ("b.tf", "resource \"aws_vpc\" \"x\" {}")],
            "aws_vpc.x is declared twice",
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
    let message =
        refused(&[("main.tf", &format!("locals {{\n l0 = 1\n{locals}}}\noutput \"x\" {{\n value = local.l60\n}}"))]);
    assert!(message.contains("refer to each other more often"), "{message}");
}

#[test]
fn a_folder_that_is_no_stack_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |path: &std::path::Path| Tree::read(path).expect_err("it is refused").to_string();
    assert!(refused(folder.path()).contains("holds no .tf or .tf.json file"));
    let file = folder.path().join("main.txt");
    std::fs::write(&file, "").unwrap();
    assert!(refused(&file).contains("is not a folder"));
}
