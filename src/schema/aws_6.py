#!/usr/bin/env python3
"""Writes aws-6.json from a copy of the npm package @cdktn/provider-aws, whose bindings are made from the schema of AWS provider 6:

    npm pack @cdktn/provider-aws@25.7.0 && tar xzf cdktn-provider-aws-*.tgz
    terraform providers schema -json > schema-5.json    # in a folder that requires hashicorp/aws 5.100.0
    python3 aws_6.py package schema-5.json > aws-6.json
"""
import collections, json, pathlib, re, sys

package, five = pathlib.Path(sys.argv[1]), json.loads(pathlib.Path(sys.argv[2]).read_text())
five = five["provider_schemas"]["registry.terraform.io/hashicorp/aws"]
here = pathlib.Path(__file__).parent
pruned = json.loads((here / "aws.json").read_text())
# What Terraform itself understands, in every type.
META = {"connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"}

INTERFACE = re.compile(r"export interface (\w+)(?: extends [\w.]+)? \{(.*?)\n\}", re.S)
PROPERTY = re.compile(r"/\*\*((?:(?!\*/).)*)\*/\s*readonly (\w+)(\??): ([^;]+);", re.S)


def snake(camel):
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", camel).lower()


def interfaces(text):
    """Each interface: its properties by name, whether they are required, and the interface of the blocks in them."""
    found = {}
    for name, body in INTERFACE.findall(text):
        properties = {}
        for comment, camel, optional, kind in PROPERTY.findall(body):
            link = re.search(r"#(\w+) ", comment)
            nested = re.match(r"(\w+)(?:\[\])?(?: \| [\w.]+)?$", kind.strip())
            properties[link[1] if link else snake(camel)] = (not optional, nested[1] if nested else None)
        found[name] = properties
    return found


def classes(text):
    """Each class: its attributes by name, and the class of those that have attributes of their own."""
    found = {}
    for chunk in re.split(r"^class ", text, flags=re.M)[1:]:
        name = chunk.split(" ", 1)[0]
        attributes = {attribute: None for attribute in re.findall(r"this\.get\w+Attribute\('(\w+)'\)", chunk)}
        attributes |= {attribute: kind for kind, attribute in re.findall(r"new ([\w.]+)\(this, [\"'](\w+)[\"']", chunk)}
        item = re.search(r"new (\w+)\(this\.terraformResource", chunk)
        found[name] = (attributes, item[1] if item else None)
    return found


class Binding:
    """What the bindings say of one type."""

    def __init__(self, folder):
        text = "".join(file.read_text() for file in sorted(folder.glob("*.d.ts")))
        script = "".join(file.read_text() for file in sorted(folder.glob("*.js")))
        self.interfaces, self.classes = interfaces(text), classes(script)
        self.config = re.search(r"export interface (\w+) extends [\w.]+TerraformMetaArguments", text)[1]
        self.main = re.search(r"class (\w+) extends [\w.]+Terraform(?:Resource|DataSource)", text)[1]
        self.kind = re.search(r'tfResourceType = "(\w+)"', text)[1]

    def block(self, interface, kind, left_out=(), above=()):
        """The names of a block, required ones apart, and the blocks in it."""
        properties = self.interfaces.get(interface, {})
        attributes, item = self.classes.get(kind, ({}, None))
        if item:
            attributes, _ = self.classes.get(item, ({}, None))
        names = {}
        meta = set() if above else META
        for name in sorted((set(properties) | set(attributes)) - meta - set(left_out)):
            required, nested = properties.get(name, (False, None))
            of_kind = attributes.get(name)
            is_block = nested in self.interfaces or of_kind in self.classes
            if is_block and (nested, of_kind) in above:
                continue
            names[name + ("!" if required else "")] = (
                self.block(nested, of_kind, (), (*above, (nested, of_kind))) if is_block else None
            )
        return names


def names_of_5(block):
    names = {name: names_of_5(value["nested_type"]) if "nested_type" in value else None
             for name, value in block.get("attributes", {}).items()}
    names |= {name: names_of_5(value["block"]) for name, value in block.get("block_types", {}).items()}
    return names


def objects_of_5(block):
    """The names in attributes that are objects, which the provider's schema has as types."""
    def of(kind):
        while isinstance(kind, list) and kind[0] in ("list", "set", "map"):
            kind = kind[1]
        return {name: of(value) for name, value in kind[1].items()} if isinstance(kind, list) else None
    return {name: of(value["type"]) for name, value in block.get("attributes", {}).items() if "type" in value}


def gone(old, new, above=""):
    """The paths that 5.100 has and 6 has not."""
    by_name = {name.rstrip("!"): value for name, value in new.items()}
    for name, value in old.items():
        if name not in by_name:
            yield above + name
        elif value and by_name[name]:
            yield from gone(value, by_name[name], f"{above}{name}.")


def compact(names):
    """`a b! c{d e}`: required names are marked, blocks have theirs in braces."""
    return " ".join(name if value is None else f"{name}{{{compact(value)}}}" for name, value in names.items())


version = json.loads((package / "package.json").read_text())
result = collections.defaultdict(dict)
missing, provider = [], None
for key, prefix in (("resource_schemas", ""), ("data_source_schemas", "data.")):
    for kind, schema in sorted(five[key].items()):
        folder = package / "lib" / (("data-aws-" if prefix else "") + kind.removeprefix("aws_").replace("_", "-"))
        if not folder.is_dir():
            missing.append(prefix + kind)
            continue
        binding = Binding(folder)
        assert binding.kind == kind, (binding.kind, kind)
        provider = provider or re.search(r"hashicorp/aws/([\d.]+)/", (folder / "index.d.ts").read_text())[1]
        left_out = pruned["left_out"].get(kind, ()) if not prefix else ()
        names = binding.block(binding.config, binding.main, left_out)
        old = {name: value for name, value in names_of_5(schema["block"]).items() if name not in left_out}
        for name, value in objects_of_5(schema["block"]).items():
            if value and not old.get(name):
                old[name] = value
        lost = sorted(gone(old, names))
        if lost:
            result["gone"][prefix + kind] = " ".join(lost)
        if kind in pruned["data_sources" if prefix else "resources"]:
            result["types"][prefix + kind] = compact(names)
result = {
    "//": f"GENERATED by aws_6.py beside this file, from npm {version['name']} {version['version']} ({version['license']}): names and "
    "requiredness only. `types`: those that paytf writes, required names with `!`, a block's names in braces. `gone`: what "
    "5.100.0 has and this version has not, of every type; `*` is the whole type.",
    "provider_version": provider,
    "types": result["types"],
    "gone": dict(sorted((result["gone"] | {kind: "*" for kind in missing}).items())),
}
json.dump(result, sys.stdout, indent=2)
print()
