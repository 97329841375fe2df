# A part of a stack, as -target plans it, is judged as it is.
#: plan: fail:zone-*; fail:secret-*; fail:network-*

resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "us-east-1a"
}
resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.2.0/24"
  availability_zone = "us-east-1b"
}
resource "aws_lb" "x" {
  name                       = "x"
  drop_invalid_header_fields = true
  subnets                    = [aws_subnet.a.id]
}
resource "aws_db_instance" "d" {
  engine              = "postgres"
  instance_class      = "db.t3.micro"
  username            = "app"
  allocated_storage   = 20
  password            = "hunter2hunter2"
  publicly_accessible = true
  availability_zone   = "us-east-1a"
}
