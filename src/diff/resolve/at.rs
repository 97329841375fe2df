//! [`At`]: an expression worked out where it stands.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use hcl::expr::{Conditional, Operation, TemplateExpr, Traversal};
use hcl::template::{Element, Interpolation};
use hcl::{Expression, Template};
use indexmap::IndexMap;

use super::path::{self, Path};
use super::{DEEPEST, Resolver, Scope, functions, joined, names};
use crate::diff::source::{Body, key_text};
use crate::diff::term::{Reference, Term};

/// A place in a module, so many references deep.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub resolver: &'a Resolver<'a>,
    pub scope: usize,
    pub depth: usize,
}

impl<'a> At<'a> {
    fn own(self) -> &'a Scope {
        &self.resolver.scopes[self.scope]
    }

    /// The same, one reference deeper.
    fn deeper(self, scope: usize) -> Result<Self> {
        if self.depth > DEEPEST {
            bail!("{}: a value refers to itself", self.resolver.tree.name());
        }
        Ok(At { scope, depth: self.depth + 1, ..self })
    }

    pub fn term(self, expression: &Expression) -> Result<Term> {
        match self.resolver.steps.get().checked_sub(1) {
            Some(left) => self.resolver.steps.set(left),
            None => {
                bail!("{}: its values refer to each other more often than a stack needs", self.resolver.tree.name())
            }
        }
        Ok(match expression {
            Expression::Null => Term::Null,
            Expression::Bool(value) => Term::Bool(*value),
            Expression::Number(number) => Term::Number(*number),
            Expression::String(text) => Term::String(text.clone()),
            Expression::Array(items) => Term::List(self.terms(items)?),
            Expression::Object(entries) => {
                let entry = |(key, value)| Ok((key_text(key), self.term(value)?));
                Term::Map(entries.iter().map(entry).collect::<Result<IndexMap<_, _>>>()?)
            }
            Expression::TemplateExpr(template) => self.template(template)?,
            Expression::Variable(name) => self.other(name.to_string(), []),
            Expression::Traversal(traversal) => self.traversal(traversal)?,
            Expression::FuncCall(call) => {
                functions::called(&call.name.to_string(), self.terms(&call.args)?, self.resolver.tree)
            }
            Expression::Parenthesis(inner) => self.term(inner)?,
            Expression::Conditional(conditional) => self.conditional(expression, conditional)?,
            Expression::Operation(operation) => self.operation(expression, operation)?,
            Expression::ForExpr(f) => self.other(expression.to_string(), [self.term(&f.collection_expr)?]),
            other => self.other(other.to_string(), []),
        })
    }

    fn terms(self, expressions: &[Expression]) -> Result<Vec<Term>> {
        expressions.iter().map(|expression| self.term(expression)).collect()
    }

    fn other<const N: usize>(self, text: String, parts: [Term; N]) -> Term {
        Term::Other { text, parts: parts.into() }
    }

    fn template(self, source: &TemplateExpr) -> Result<Term> {
        let template = Template::from_expr(source).with_context(|| format!("`{source}` is not a template"))?;
        let mut parts = Vec::new();
        for element in template.elements() {
            parts.push(match element {
                Element::Literal(text) => Term::String(text.clone()),
                Element::Interpolation(Interpolation { expr, .. }) => self.term(expr)?,
                Element::Directive(_) => return Ok(self.other(source.to_string(), [])),
            });
        }
        Ok(folded(parts))
    }

    fn conditional(self, whole: &Expression, conditional: &Conditional) -> Result<Term> {
        match self.term(&conditional.cond_expr)? {
            Term::Bool(true) => self.term(&conditional.true_expr),
            Term::Bool(false) => self.term(&conditional.false_expr),
            condition => {
                let (yes, no) = (self.term(&conditional.true_expr)?, self.term(&conditional.false_expr)?);
                Ok(self.other(whole.to_string(), [condition, yes, no]))
            }
        }
    }

    fn operation(self, whole: &Expression, operation: &Operation) -> Result<Term> {
        let parts = match operation {
            Operation::Unary(op) => vec![self.term(&op.expr)?],
            Operation::Binary(op) => vec![self.term(&op.lhs_expr)?, self.term(&op.rhs_expr)?],
        };
        let computed = functions::computed(operation, &parts);
        Ok(computed.unwrap_or_else(|| Term::Other { text: whole.to_string(), parts }))
    }

    fn traversal(self, traversal: &Traversal) -> Result<Term> {
        let Some(path) = Path::of(traversal) else {
            return Ok(self.other(Expression::from(traversal.clone()).to_string(), []));
        };
        let steps = path.steps.as_slice();
        match &traversal.expr {
            Expression::Variable(root) => self.named(root.as_str(), steps),
            start => Ok(path::followed(self.term(start)?, steps)),
        }
    }

    /// What a name stands for, and then what lies at `steps` below it.
    fn named(self, root: &str, steps: &[path::Step]) -> Result<Term> {
        let whole = || path::written(root, steps);
        let name = steps.first().and_then(path::Step::name).unwrap_or_default();
        let rest = steps.get(1..).unwrap_or_default();
        match root {
            "var" => Ok(path::followed(self.variable(name)?, rest)),
            "local" => match self.own().source.locals.get(name) {
                Some(value) => Ok(path::followed(self.deeper(self.scope)?.term(value)?, rest)),
                None => bail!("{}: {} is not declared", self.place(), whole()),
            },
            "module" => self.output(name, rest),
            "path" if name == "root" => Ok(Term::String(".".to_owned())),
            "path" if name == "module" => {
                Ok(Term::String(format!("./{}", self.own().folder).trim_end_matches('/').to_owned()))
            }
            "path" | "each" | "count" | "self" | "terraform" => Ok(self.other(whole(), [])),
            "data" => self.resource(&format!("data.{name}"), rest),
            kind => self.resource(kind, steps),
        }
    }

    fn place(self) -> String {
        let (stack, module) = (self.resolver.tree.name(), &self.own().address);
        if module.is_empty() { stack.to_owned() } else { format!("{stack}: {module}") }
    }

    fn variable(self, name: &str) -> Result<Term> {
        let Some(default) = self.own().source.variables.get(name) else {
            bail!("{}: var.{name} is not declared", self.place());
        };
        if let Some((caller, arguments)) = &self.own().caller
            && let Some(argument) = arguments.get(name)
        {
            return self.deeper(*caller)?.term(argument);
        }
        match default {
            Some(default) => self.deeper(self.scope)?.term(default),
            None => Ok(Term::Reference(Reference {
                address: joined(&self.own().address, &format!("var.{name}")),
                path: String::new(),
            })),
        }
    }

    fn output(self, module: &str, steps: &[path::Step]) -> Result<Term> {
        let name = steps.first().and_then(path::Step::name).unwrap_or_default();
        let child = self.own().children.get(module);
        let value = child.and_then(|child| Some((*child, self.resolver.scopes[*child].source.outputs.get(name)?)));
        let Some((child, value)) = value else { bail!("{}: module.{module}.{name} is not declared", self.place()) };
        Ok(path::followed(self.deeper(child)?.term(value)?, steps.get(1..).unwrap_or_default()))
    }

    /// An argument of a resource is known where the configuration sets it; any other attribute only AWS tells.
    fn resource(self, kind: &str, steps: &[path::Step]) -> Result<Term> {
        let name = steps.first().and_then(path::Step::name).unwrap_or_default();
        let address = format!("{kind}.{name}");
        let Some(body) = self.own().source.resources.get(&address) else {
            bail!("{}: {address} is not declared", self.place());
        };
        let attribute = steps.get(1).and_then(path::Step::name);
        if let Some(argument) = attribute.and_then(|attribute| body.get(attribute)) {
            return Ok(path::followed(self.deeper(self.scope)?.term(argument)?, &steps[2..]));
        }
        let path = path::below(steps.get(1..).unwrap_or_default());
        if let Some(kind) = kind.strip_prefix("data.") {
            let at = self.deeper(self.scope)?;
            let content = body.iter().map(|(name, value)| Ok((name.clone(), at.term(value)?)));
            let content = Box::new(Term::Map(content.collect::<Result<_>>()?));
            return Ok(Term::Data { kind: kind.to_owned(), path, content, beside: self.beside(body) });
        }
        Ok(Term::Reference(Reference { address: joined(&self.own().address, &address), path }))
    }
}

impl At<'_> {
    /// The resources that the block of a data source names.
    fn beside(self, body: &Body) -> Vec<Reference> {
        let mut names = BTreeSet::new();
        body.values().for_each(|value| names::collect(value, &mut names));
        let whole = |name: &String| Reference { address: joined(&self.own().address, name), path: String::new() };
        names.iter().map(whole).collect()
    }
}

/// Known neighbours in a template become one text.
fn folded(parts: Vec<Term>) -> Term {
    let mut folded: Vec<Term> = Vec::new();
    let single = parts.len() == 1;
    for part in parts {
        match (folded.last_mut(), part.text()) {
            (Some(Term::String(before)), Some(text)) => before.push_str(&text),
            (_, Some(text)) if !single => folded.push(Term::String(text)),
            _ => folded.push(part),
        }
    }
    match folded.len() {
        0 => Term::String(String::new()),
        1 => folded.remove(0),
        _ => Term::Template(folded),
    }
}
