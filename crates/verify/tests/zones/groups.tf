# Groups of machines: of one, of one zone, of zones by name, of a launch template's zone, and of ids of another state.
resource "aws_launch_template" "main" {
  name          = "main"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m7g.large"

  placement {
    availability_zone = "us-east-1c"
  }
}

resource "aws_autoscaling_group" "spread" {
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = [aws_subnet.main["a"].id, aws_subnet.main["b"].id, aws_subnet.main["c"].id]

  launch_template {
    id = aws_launch_template.main.id
  }
}

resource "aws_autoscaling_group" "of_one" {
  min_size            = 1
  max_size            = 1
  vpc_zone_identifier = [aws_subnet.main["a"].id, aws_subnet.main["b"].id, aws_subnet.main["c"].id]

  launch_template {
    id = aws_launch_template.main.id
  }
}

resource "aws_autoscaling_group" "one_zone" {
  min_size           = 2
  max_size           = 2
  availability_zones = ["us-east-1b"]

  launch_template {
    id = aws_launch_template.main.id
  }
}

resource "aws_autoscaling_group" "two_zones" {
  min_size           = 2
  desired_capacity   = 4
  max_size           = 4
  availability_zones = ["us-east-1a", "us-east-1b"]

  launch_template {
    id = aws_launch_template.main.id
  }
}

resource "aws_autoscaling_group" "by_template" {
  min_size = 2
  max_size = 2

  launch_template {
    id = aws_launch_template.main.id
  }
}

resource "aws_autoscaling_group" "one_id" {
  min_size            = 2
  max_size            = 2
  vpc_zone_identifier = ["subnet-0123456789abcdef0"]

  launch_template {
    id = aws_launch_template.main.id
  }
}

resource "aws_autoscaling_group" "ids" {
  min_size            = 2
  max_size            = 2
  vpc_zone_identifier = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

  launch_template {
    id = aws_launch_template.main.id
  }
}

resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/eks"

  vpc_config {
    subnet_ids = [aws_subnet.main["a"].id, aws_subnet.main["b"].id, aws_subnet.main["c"].id]
  }
}

resource "aws_eks_cluster" "one_subnet" {
  name     = "one"
  role_arn = "arn:aws:iam::123456789012:role/eks"

  vpc_config {
    subnet_ids = [aws_subnet.main["a"].id]
  }
}

resource "aws_eks_node_group" "of_one" {
  cluster_name    = aws_eks_cluster.one_subnet.name
  node_group_name = "of-one"
  node_role_arn   = "arn:aws:iam::123456789012:role/node"
  subnet_ids      = [aws_subnet.main["a"].id, aws_subnet.main["b"].id, aws_subnet.main["c"].id]

  scaling_config {
    min_size     = 1
    desired_size = 1
    max_size     = 3
  }
}

resource "aws_eks_node_group" "zone" {
  for_each        = aws_subnet.main
  cluster_name    = aws_eks_cluster.main.name
  node_group_name = each.key
  node_role_arn   = "arn:aws:iam::123456789012:role/node"
  subnet_ids      = [each.value.id]

  scaling_config {
    min_size     = 2
    desired_size = 2
    max_size     = 3
  }
}

resource "aws_eks_fargate_profile" "one_subnet" {
  cluster_name           = aws_eks_cluster.main.name
  fargate_profile_name   = "one"
  pod_execution_role_arn = "arn:aws:iam::123456789012:role/pod"
  subnet_ids             = [aws_subnet.main["c"].id]

  selector {
    namespace = "default"
  }
}
