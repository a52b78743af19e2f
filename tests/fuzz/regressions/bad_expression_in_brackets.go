package main

type v[()]=int

type w[{]=;
