resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
  tags = { Odd = true, N = 5, S = "x" }
}
resource "aws_subnet" "s" {
  count = 2
  vpc_id = aws_vpc.v.id
  cidr_block = cidrsubnet(aws_vpc.v.cidr_block, 8, count.index)
  map_public_ip_on_launch = "true"
}
resource "aws_autoscaling_group" "a" {
  name               = "dynamic"
  min_size           = "1"
  max_size           = 3
  availability_zones = ["us-east-1b", "us-east-1a", "us-east-1b"]
  launch_configuration = "lc-1"
  tag {
    key = "A"
    value = "b"
    propagate_at_launch = true
  }
}
resource "aws_lb" "l" {
  name = "l"
  subnets = aws_subnet.s[*].id
  security_groups = ["sg-2", "sg-1"]
}
resource "aws_db_instance" "d" {
  identifier = "d"
  engine = "postgres"
  instance_class = "db.t3.micro"
  allocated_storage = "20"
  port = "5432"
  username = "u"
  password = "pppppppp"
  enabled_cloudwatch_logs_exports = ["upgrade", "postgresql"]
  skip_final_snapshot = true
}
resource "aws_security_group" "g" {
  name = "g"
  ingress {
    from_port = "80"
    to_port = 80
    protocol = "tcp"
    cidr_blocks = ["10.1.0.0/16", "10.0.0.0/16"]
  }
  ingress {
    from_port = 443
    to_port = 443
    protocol = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}
resource "aws_ssm_parameter" "p" {
  for_each = {
    odd = aws_vpc.v.tags.Odd
    oddeq = tostring(aws_vpc.v.tags.Odd == "true")
    n = jsonencode(aws_vpc.v.tags)
    nplus = aws_vpc.v.tags.N + 1
    keys = join(",", keys(aws_vpc.v.tags))
    zones = join(",", aws_autoscaling_group.a.availability_zones)
    zlen = length(aws_autoscaling_group.a.availability_zones)
    min = jsonencode(aws_autoscaling_group.a.min_size)
    mineq = tostring(aws_autoscaling_group.a.min_size == 1)
    sgs = jsonencode(aws_lb.l.security_groups)
    port = jsonencode(aws_db_instance.d.port)
    porteq = aws_db_instance.d.port == 5432 ? "same" : "not"
    logs = jsonencode(aws_db_instance.d.enabled_cloudwatch_logs_exports)
    ingl = length(aws_security_group.g.ingress)
    ing = join(",", [for i in aws_security_group.g.ingress : "${i.from_port}"])
    cid = join(",", flatten([for i in aws_security_group.g.ingress : i.cidr_blocks]))
    map = jsonencode(aws_subnet.s[0].map_public_ip_on_launch)
    tagk = join(",", [for t in aws_autoscaling_group.a.tag : t.key])
    none = try(aws_vpc.v.tags.Nope, "none")
    lk = lookup(aws_vpc.v.tags, "S", "d")
    lkn = lookup(aws_vpc.v.tags, "Z", "d")
    mg = jsonencode(merge(aws_vpc.v.tags, { S = "y" }))
    can = can(aws_vpc.v.tags["S"])
    subs = length(aws_lb.l.subnets)
  }
  name = each.key
  type = "String"
  value = each.value
}
