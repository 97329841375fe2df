//! [`Ref`]: a typed path to a value that Terraform knows later, as `aws_vpc.main.id`.

use std::marker::PhantomData;

use hcl::expr::{Expression, FuncCall, Traversal, TraversalOperator, Variable};
use hcl::{Identifier, Number};

/// A reference to a value of type `T`. Only what produces values makes one: handles, variables,
/// outputs and functions.
#[derive(Debug)]
pub struct Ref<T> {
    expression: Expression,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Ref::new(self.expression.clone())
    }
}

impl<T> Ref<T> {
    pub(crate) fn new(expression: Expression) -> Self {
        Ref { expression, of: PhantomData }
    }

    /// The path `root.step.step…`, as `var.vpc_id` or `module.network.vpc_id`.
    pub fn path<'a>(steps: impl IntoIterator<Item = &'a str>) -> Self {
        Ref::new(path(steps))
    }

    /// The input variable `name` of the module that the reference is in.
    pub fn variable(name: &str) -> Self {
        Ref::path(["var", name])
    }

    /// The expression to be written out.
    pub fn expression(&self) -> &Expression {
        &self.expression
    }

    /// The expression to be written out, by value.
    pub fn into_expression(self) -> Expression {
        self.expression
    }

    fn step<U>(&self, operator: TraversalOperator) -> Ref<U> {
        let traversal = match &self.expression {
            Expression::Traversal(base) => {
                let operators = base.operators.iter().cloned().chain([operator]);
                Traversal::new(base.expr.clone(), operators)
            }
            other => Traversal::new(other.clone(), [operator]),
        };
        Ref::new(traversal.into())
    }
}

impl<T> Ref<Vec<T>> {
    /// The element at `index`, counted from 0.
    pub fn at(&self, index: u64) -> Ref<T> {
        self.step(TraversalOperator::Index(Expression::Number(Number::from(index))))
    }
}

impl Ref<Expression> {
    /// The attribute `name` of an object whose type the provider's schema states only as an object.
    pub fn get<T>(&self, name: &str) -> Ref<T> {
        self.step(TraversalOperator::GetAttr(Identifier::unchecked(name)))
    }
}

/// A call of one of Terraform's functions; the caller states the type of the result.
pub fn call<T>(function: &str, arguments: impl IntoIterator<Item = Expression>) -> Ref<T> {
    let mut builder = FuncCall::builder(Identifier::unchecked(function));
    for argument in arguments {
        builder = builder.arg(argument);
    }
    Ref::new(builder.build().into())
}

pub(crate) fn path<'a>(steps: impl IntoIterator<Item = &'a str>) -> Expression {
    let mut steps = steps.into_iter();
    let root = Variable::unchecked(steps.next().unwrap_or_default());
    let operators: Vec<_> =
        steps.map(|step| TraversalOperator::GetAttr(Identifier::unchecked(step))).collect();
    if operators.is_empty() { root.into() } else { Traversal::new(root, operators).into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written<T>(reference: Ref<T>) -> String {
        reference.into_expression().to_string()
    }

    #[test]
    fn a_path_is_written_step_by_step() {
        assert_eq!(
            written(Ref::<()>::path(["module", "network", "vpc_id"])),
            "module.network.vpc_id"
        );
        assert_eq!(written(Ref::<()>::variable("zone")), "var.zone");
        assert_eq!(written(Ref::<()>::path(["size"])), "size");
    }

    #[test]
    fn an_element_and_its_attribute_extend_the_path() {
        let secrets: Ref<Vec<Expression>> =
            Ref::path(["aws_rds_cluster", "main", "master_user_secret"]);
        assert_eq!(
            written(secrets.at(0).get::<String>("arn")),
            "aws_rds_cluster.main.master_user_secret[0].arn"
        );
    }

    #[test]
    fn a_function_takes_references_and_values_and_gives_a_reference() {
        let ids = Ref::<Vec<String>>::variable("ids").into_expression();
        let call: Ref<Vec<String>> = call("concat", [ids, Expression::Array(vec!["a".into()])]);
        let expected: Expression = "concat(var.ids, [\"a\"])".parse().unwrap();
        assert_eq!(call.expression(), &expected);
        assert_eq!(
            call.at(1).expression(),
            &"concat(var.ids, [\"a\"])[1]".parse::<Expression>().unwrap()
        );
    }
}
