resource "aws_eks_cluster" "by_default" {
  name     = "by-default"
  role_arn = "arn:aws:iam::123456789012:role/cluster"
  vpc_config {
    subnet_ids = ["subnet-0aaa1110aaa1110aa", "subnet-0bbb1110bbb1110bb"]
  }
}

resource "aws_eks_cluster" "half_the_world" {
  name     = "half-the-world"
  role_arn = "arn:aws:iam::123456789012:role/cluster"
  vpc_config {
    subnet_ids          = ["subnet-0aaa1110aaa1110aa", "subnet-0bbb1110bbb1110bb"]
    public_access_cidrs = ["0.0.0.0/1", "128.0.0.0/1"]
  }
}
