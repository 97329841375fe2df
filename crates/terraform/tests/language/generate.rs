//! Expressions by a grammar and a seed: most of them have a value, some do not.

/// A source of expressions.
pub struct Generator(u64);

/// The type that an expression has, most of the time.
#[derive(Clone, Copy)]
enum Kind {
    Number,
    String,
    Bool,
    List,
    Map,
}

impl Generator {
    /// The expressions of this seed.
    pub fn new(seed: u64) -> Self {
        Generator(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// The next expression.
    pub fn expression(&mut self) -> String {
        let kind = self.any();
        self.of(kind, 3)
    }

    fn any(&mut self) -> Kind {
        [Kind::Number, Kind::String, Kind::Bool, Kind::List, Kind::Map][self.below(5)]
    }

    fn of(&mut self, kind: Kind, depth: usize) -> String {
        // Now and then something else than what is asked for: conversions, and errors.
        let kind = if self.below(25) == 0 { self.any() } else { kind };
        if depth == 0 {
            return self.leaf(kind).to_string();
        }
        if self.below(12) == 0 {
            return self.wrapped(kind, depth - 1);
        }
        match kind {
            Kind::Number => self.number(depth - 1),
            Kind::String => self.string(depth - 1),
            Kind::Bool => self.bool(depth - 1),
            Kind::List => self.list(depth - 1),
            Kind::Map => self.map(depth - 1),
        }
    }

    /// Not the variables of type `any`: Terraform validates with them unknown first, and may refuse
    /// there what it would plan.
    fn leaf(&mut self, kind: Kind) -> &'static str {
        match kind {
            Kind::Number => self.one(&[
                "0",
                "1",
                "-3",
                "2.5",
                "0.1",
                "1e21",
                "local.nat",
                "local.frac",
                "var.ports.db",
                "var.shape.b",
                "\"7\"",
                "null",
            ]),
            Kind::String => self.one(&[
                "\"a\"",
                "\"\"",
                "\"Größe\"",
                "\"a,b,,c\"",
                "var.name",
                "local.word",
                "local.uni",
                "var.shape.a",
                "terraform_data.u.id",
                "terraform_data.c[1].id",
                "terraform_data.u.input",
                "terraform_data.e[\"a\"].input",
                "var.secret",
                "\"12\"",
                "null",
                "5",
                "true",
            ]),
            Kind::Bool => self.one(&[
                "true",
                "false",
                "local.yes",
                "\"true\"",
                "null",
                "var.pair[2]",
                "terraform_data.u.id == \"x\"",
            ]),
            Kind::List => self.one(&[
                "[]",
                "[1, 2, 3]",
                "[\"b\", \"a\", \"b\"]",
                "var.zones",
                "var.empty",
                "var.names",
                "local.mixed",
                "local.nested",
                "local.users",
                "local.tl_list",
                "local.ts_set",
                "terraform_data.c[*].input",
                "terraform_data.c[*].id",
                "var.shapes",
                "[null]",
                "toset([2, 10, 1])",
                "[terraform_data.u.id, \"x\"]",
            ]),
            Kind::Map => self.one(&[
                "{}",
                "{ a = 1, b = 2 }",
                "{ a = \"x\", c = null }",
                "var.ports",
                "var.shape",
                "local.by_zone",
                "local.tm_map",
                "{ id = terraform_data.u.id, n = 1 }",
                "terraform_data.e",
                "tomap({ b = 1, a = 2 })",
                "var.secrets",
            ]),
        }
    }

    /// What any kind can be within: a choice, `try`, a conversion, an element.
    fn wrapped(&mut self, kind: Kind, depth: usize) -> String {
        let a = self.of(kind, depth);
        match self.below(6) {
            0 => format!("({} ? {a} : {})", self.of(Kind::Bool, depth), self.of(kind, depth)),
            1 => format!("try({}, {a})", self.of(kind, depth)),
            2 => format!("[{a}][0]"),
            3 => format!("{{ k = {a} }}.k"),
            4 => format!("sensitive({a})"),
            _ => format!("one([{a}])"),
        }
    }

    fn number(&mut self, depth: usize) -> String {
        match self.below(10) {
            0..3 => {
                let operator = self.one(&["+", "-", "*", "/", "%"]);
                format!(
                    "({} {operator} {})",
                    self.of(Kind::Number, depth),
                    self.of(Kind::Number, depth)
                )
            }
            3 => format!("-{}", self.of(Kind::Number, depth)),
            4 => {
                let kind = [Kind::List, Kind::String][self.below(2)];
                format!("length({})", self.of(kind, depth))
            }
            5 => format!(
                "{}({}, {})",
                self.one(&["min", "max"]),
                self.of(Kind::Number, depth),
                self.of(Kind::Number, depth)
            ),
            6 => format!(
                "{}({})",
                self.one(&["abs", "ceil", "floor", "signum", "tonumber"]),
                self.of(Kind::Number, depth)
            ),
            7 => format!("sum([for x in {} : x])", self.of(Kind::List, depth)),
            8 => format!("{}[{}]", self.of(Kind::List, depth), self.of(Kind::Number, 0)),
            _ => format!("length({})", self.of(Kind::Map, depth)),
        }
    }

    fn string(&mut self, depth: usize) -> String {
        let a = self.of(Kind::String, depth);
        match self.below(13) {
            0 => format!("\"{}-${{{a}}}\"", self.one(&["x", "arn:aws", "é", "$${", "100%"])),
            1 => format!("\"${{{a}}}/${{{}}}\"", self.of(Kind::Number, depth)),
            2 => format!(
                "\"%{{ if {} }}${{{a}}}%{{ else ~}} no %{{ endif }}\"",
                self.of(Kind::Bool, depth)
            ),
            3 => format!("\"%{{ for x in {} }}${{x}},%{{ endfor }}\"", self.of(Kind::List, depth)),
            4 => format!(
                "{}({a})",
                self.one(&[
                    "upper",
                    "lower",
                    "title",
                    "trimspace",
                    "strrev",
                    "md5",
                    "sha256",
                    "base64encode",
                    "chomp",
                    "tostring",
                    "urlencode"
                ])
            ),
            5 => format!("join({}, {})", self.leaf(Kind::String), self.of(Kind::List, depth)),
            6 => format!(
                "format(\"{}\", {a}, {})",
                self.one(&["%s-%d", "%5s|%v", "%q %03d", "%-4s %x"]),
                self.of(Kind::Number, depth)
            ),
            7 => format!("jsonencode({})", {
                let kind = self.any();
                self.of(kind, depth)
            }),
            8 => format!("replace({a}, {}, {})", self.leaf(Kind::String), self.leaf(Kind::String)),
            9 => format!("substr({a}, {}, {})", self.below(4), self.one(&["-1", "0", "2", "9"])),
            10 => format!("coalesce({a}, {})", self.of(Kind::String, depth)),
            11 => {
                format!("lookup({}, {}, {a})", self.of(Kind::Map, depth), self.leaf(Kind::String))
            }
            _ => format!("element({}, {})", self.of(Kind::List, depth), self.below(5)),
        }
    }

    fn bool(&mut self, depth: usize) -> String {
        match self.below(9) {
            0..2 => format!(
                "({} {} {})",
                self.of(Kind::Number, depth),
                self.one(&["<", "<=", ">", ">="]),
                self.of(Kind::Number, depth)
            ),
            2..4 => {
                let kind = self.any();
                format!(
                    "({} {} {})",
                    self.of(kind, depth),
                    self.one(&["==", "!="]),
                    self.of(kind, depth)
                )
            }
            4 => format!(
                "({} {} {})",
                self.of(Kind::Bool, depth),
                self.one(&["&&", "||"]),
                self.of(Kind::Bool, depth)
            ),
            5 => format!("!{}", self.of(Kind::Bool, depth)),
            6 => format!("contains({}, {})", self.of(Kind::List, depth), self.leaf(Kind::String)),
            7 => format!("can({})", {
                let kind = self.any();
                self.of(kind, depth)
            }),
            _ => format!(
                "{}({}, {})",
                self.one(&["startswith", "endswith", "strcontains"]),
                self.of(Kind::String, depth),
                self.leaf(Kind::String)
            ),
        }
    }

    fn list(&mut self, depth: usize) -> String {
        let a = self.of(Kind::List, depth);
        match self.below(14) {
            0 => {
                let (x, y) = (self.any(), self.any());
                format!("[{}, {}]", self.of(x, depth), self.of(y, depth))
            }
            1 => format!(
                "[for i, x in {a} : {}]",
                self.one(&["x", "i", "[i, x]", "\"${i}\"", "{ (i) = x }"])
            ),
            2 => format!("[for x in {a} : x if x != {}]", self.leaf(Kind::String)),
            3 => format!(
                "[for k, v in {} : {}]",
                self.of(Kind::Map, depth),
                self.one(&["k", "v", "{ k = k, v = v }"])
            ),
            4 => format!("concat({a}, {})", self.of(Kind::List, depth)),
            5 => {
                format!(
                    "{}({a})",
                    self.one(&[
                        "distinct", "reverse", "flatten", "sort", "compact", "tolist", "toset"
                    ])
                )
            }
            6 => format!("slice({a}, 0, {})", self.below(3)),
            7 => format!("{}({})", self.one(&["keys", "values"]), self.of(Kind::Map, depth)),
            8 => format!(
                "split({}, {})",
                self.one(&["\",\"", "\"\"", "\"a\""]),
                self.of(Kind::String, depth)
            ),
            9 => format!("range({})", self.below(5)),
            10 => format!("{}[*]{}", self.of(Kind::Map, depth), self.one(&["", ".a", ".id"])),
            11 => format!(
                "local.users[*].{}",
                self.one(&["name", "age", "roles", "roles[*]", "roles[0]"])
            ),
            12 => format!("setproduct({a}, [1, \"x\"])"),
            _ => format!("chunklist({a}, 2)"),
        }
    }

    fn map(&mut self, depth: usize) -> String {
        let a = self.of(Kind::Map, depth);
        match self.below(8) {
            0 => {
                let (x, y) = (self.any(), self.any());
                format!(
                    "{{ a = {}, (\"b-${{1 + 1}}\") = {} }}",
                    self.of(x, depth),
                    self.of(y, depth)
                )
            }
            1 => format!(
                "{{ for k, v in {a} : {} => v }}",
                self.one(&["k", "upper(k)", "\"${k}!\""])
            ),
            2 => format!("{{ for i, x in {} : \"${{i}}\" => x }}", self.of(Kind::List, depth)),
            3 => format!("{{ for x in {} : x => x... }}", self.of(Kind::List, depth)),
            4 => format!("merge({a}, {})", self.of(Kind::Map, depth)),
            5 => {
                format!(
                    "zipmap([\"p\", \"q\"], [{}, {}])",
                    self.of(Kind::Number, depth),
                    self.of(Kind::String, depth)
                )
            }
            6 => format!("tomap({a})"),
            _ => format!("{{ k = {a}, l = {} }}", self.of(Kind::List, depth)),
        }
    }
}
